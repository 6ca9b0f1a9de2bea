import type { Command } from '../command.ts'
import { optionalText, text } from '../given.ts'
import { pairs, table } from '../table.ts'

export const createOperator: Command = {
  name: 'operators create',
  summary: 'make an account of whoever runs this installation and print its password once',
  usage: '--email E [--name N]',
  details: 'At the first sign-in, at /operator, an app that makes codes is set up before anything else opens.',
  options: { email: { type: 'string' }, name: { type: 'string' } },
  async run(given, { open, config }) {
    const email = text(given, 'email')
    const name = optionalText(given, 'name') ?? email.split('@')[0] ?? email
    const { operators } = await open()
    const made = await operators.accounts.create({ email, name })
    const page = `${config.linkBase}/operator`
    const json = { operator_id: made.operatorId, email: made.email, name, password: made.password, sign_in: page }
    return { json, text: `${pairs(Object.entries(json))}\n\nKeep the password now: it is not shown again.` }
  },
}

export const listOperators: Command = {
  name: 'operators list',
  summary: 'show who runs this installation',
  usage: '',
  options: {},
  async run(_given, { open }) {
    const { operators } = await open()
    const data = await Promise.all(
      (await operators.accounts.list()).map(async ({ id, name, email, created_at: createdAt }) => ({
        ...{ operator_id: id, email, name, created_at: new Date(createdAt).toISOString() },
        second_factor: (await operators.factors.of(id)).totp === 'on',
      })),
    )
    const rows = data.map((one) => [
      ...[one.operator_id, one.email, one.name, one.created_at],
      one.second_factor ? 'set up' : 'not yet',
    ])
    const shown =
      data.length === 0
        ? 'There is no operator yet: npx goodfaith operators create --email you@example.com'
        : table(['operator_id', 'email', 'name', 'created_at', 'second_factor'], rows)
    return { json: { data }, text: shown }
  },
}

export const removeOperator: Command = {
  name: 'operators remove',
  summary: 'sign an operator out, end what they look at, and forget all but id and name',
  usage: '--email E',
  options: { email: { type: 'string' } },
  async run(given, { open }) {
    const email = text(given, 'email')
    const { operators } = await open()
    const id = await operators.accounts.remove(email)
    return { json: { operator_id: id, removed: true }, text: `${email} (${id}) is no operator any more.` }
  },
}
