import { operator } from '../../features/audit/service.ts'
import { roles } from '../../platform/http/caller.ts'
import type { Command } from '../command.ts'
import { oneOf, optionalText, text } from '../given.ts'
import { pairs } from '../table.ts'

export const createPerson: Command = {
  name: 'people create',
  summary: 'make an account for the dashboard and print its password once',
  usage: `--merchant M --email E [--name N] [--role ${roles.join('|')}]`,
  details: '--merchant  any store of the organisation that the person joins\n--role      owner unless given',
  options: {
    merchant: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', default: 'owner' },
  },
  async run(given, { open }) {
    const merchantId = text(given, 'merchant')
    const email = text(given, 'email')
    const role = oneOf(given, 'role', roles)
    const { accounts, merchants } = await open()
    const { organizationId } = await merchants.settings(merchantId)
    const name = optionalText(given, 'name') ?? email.split('@')[0] ?? email
    const { personId, password } = await accounts.createPerson(operator, { organizationId, email, name, role })
    const json = { person_id: personId, organization_id: organizationId, email, role, password }
    return { json, text: `${pairs(Object.entries(json))}\n\nKeep the password now: it is not shown again.` }
  },
}
