import { operator, recordCrossing } from '../../features/audit/service.ts'
import type { KeySet, NewMerchant } from '../../features/merchants/service.ts'
import type { Command } from '../command.ts'
import { optionalText, text, texts } from '../given.ts'
import { pairs, table } from '../table.ts'

const adaptKeySet = (set: KeySet) => ({
  publishable_key: set.publishableKey,
  secret_key: set.secretKey,
  signing_secret: set.signingSecret,
})

const keyLines = (set: KeySet): string => pairs(Object.entries(adaptKeySet(set)), '  ')

const told = ({ merchantId, organizationId, test, live }: NewMerchant): string =>
  `${pairs([
    ['merchant_id', merchantId],
    ['organization_id', organizationId],
  ])}

Test keys
${keyLines(test)}

Live keys
${keyLines(live)}

Keep the secret keys and signing secrets now: they are not shown again.`

export const createMerchant: Command = {
  name: 'merchants create',
  summary: 'make a store with its test and live keys',
  usage: '--name N [--origin URL]... [--organization ORG] [--time-zone ZONE]',
  details: `--origin        where its checkout runs, e.g. https://shop.example (may be given several times)
--organization  an existing organisation; without it the store gets one of its own
--time-zone     IANA name, e.g. Europe/Berlin; without it that of this machine`,
  options: {
    name: { type: 'string' },
    origin: { type: 'string', multiple: true },
    organization: { type: 'string' },
    'time-zone': { type: 'string' },
  },
  async run(given, { open }) {
    const name = text(given, 'name')
    const organizationId = optionalText(given, 'organization')
    const timeZone = optionalText(given, 'time-zone')
    const { merchants } = await open()
    const created = await merchants.create(operator, {
      name,
      origins: texts(given, 'origin'),
      ...(organizationId !== undefined && { organizationId }),
      ...(timeZone !== undefined && { timeZone }),
    })
    const json = {
      merchant_id: created.merchantId,
      organization_id: created.organizationId,
      test: adaptKeySet(created.test),
      live: adaptKeySet(created.live),
    }
    return { json, text: told(created) }
  },
}

export const listMerchants: Command = {
  name: 'merchants list',
  summary: 'show all stores of this installation',
  usage: '',
  options: {},
  async run(_given, { open }) {
    const { documents, merchants } = await open()
    await recordCrossing(documents, { command: 'merchants list', merchantId: null, at: Date.now() })
    const data = (await merchants.list()).map(({ merchantId, organizationId, name, createdAt }) => ({
      merchant_id: merchantId,
      organization_id: organizationId,
      name,
      created_at: new Date(createdAt).toISOString(),
    }))
    const rows = data.map((merchant) => [
      merchant.merchant_id,
      merchant.organization_id,
      merchant.name,
      merchant.created_at,
    ])
    const text =
      data.length === 0
        ? 'There is no store yet: npx goodfaith merchants create --name "My shop" --origin https://shop.example'
        : table(['merchant_id', 'organization_id', 'name', 'created_at'], rows)
    return { json: { data }, text }
  },
}
