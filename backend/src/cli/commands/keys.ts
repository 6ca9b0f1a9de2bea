import { operator, recordCrossing } from '../../features/audit/service.ts'
import { rotatedParts, type ApiKeyDocument } from '../../features/api-keys/service.ts'
import type { Command } from '../command.ts'
import { duration, mode, oneOf, optionalText, text } from '../given.ts'
import { pairs, table } from '../table.ts'

const isoOrNull = (at: number | null): string | null => (at === null || at === 0 ? null : new Date(at).toISOString())

const adaptKey = (key: ApiKeyDocument) => ({
  key_id: key.id,
  kind: key.kind,
  mode: key.mode,
  prefix: key.prefix,
  name: key.name,
  created_at: isoOrNull(key.created_at),
  last_used_at: isoOrNull(key.last_used_at),
  expires_at: isoOrNull(key.expires_at),
  revoked_at: isoOrNull(key.revoked_at),
})

const shownOnce = 'Keep these now: they are not shown again.'

export const createKey: Command = {
  name: 'keys create',
  summary: 'make one more secret key with its signing secret',
  usage: '--merchant M --mode test|live [--name N]',
  options: { merchant: { type: 'string' }, mode: { type: 'string' }, name: { type: 'string' } },
  async run(given, { open }) {
    const wanted = { merchantId: text(given, 'merchant'), mode: mode(given), name: optionalText(given, 'name') ?? '' }
    const { apiKeys, merchants } = await open()
    await merchants.settings(wanted.merchantId)
    const created = await apiKeys.create(operator, wanted)
    const json = {
      key_id: created.keyId,
      mode: created.mode,
      secret_key: created.secretKey,
      signing_secret: created.signingSecret,
    }
    return { json, text: `${pairs(Object.entries(json))}\n\n${shownOnce}` }
  },
}

export const listKeys: Command = {
  name: 'keys list',
  summary: 'show the keys of a store, never their secrets',
  usage: '--merchant M',
  options: { merchant: { type: 'string' } },
  async run(given, { open }) {
    const merchantId = text(given, 'merchant')
    const { apiKeys, documents, merchants } = await open()
    await merchants.settings(merchantId)
    await recordCrossing(documents, { command: 'keys list', merchantId, at: Date.now() })
    const data = (await apiKeys.list(merchantId)).map(adaptKey)
    const head = ['key_id', 'kind', 'mode', 'prefix', 'name', 'last_used_at', 'revoked_at'] as const
    const rows = data.map((key) => head.map((name) => key[name] ?? '-'))
    return { json: { data }, text: table(head, rows) }
  },
}

export const rotateKey: Command = {
  name: 'keys rotate',
  summary: 'replace a secret key or signing secret; the former one goes on for a while',
  usage: '--key K --part signing|secret|both [--overlap 24h]',
  details:
    '--overlap  how long the former one stays good, so that requests under way are not refused: 0s, 15m, 24h, 7d',
  options: { key: { type: 'string' }, part: { type: 'string' }, overlap: { type: 'string' } },
  async run(given, { open }) {
    const keyId = text(given, 'key')
    const part = oneOf(given, 'part', rotatedParts)
    const overlapMs = duration(given, 'overlap', '24h')
    const { apiKeys } = await open()
    const rotated = await apiKeys.rotate(operator, { keyId, part, overlapMs })
    const json = {
      key_id: rotated.keyId,
      ...(rotated.secretKey !== undefined && { secret_key: rotated.secretKey }),
      ...(rotated.signingSecret !== undefined && { signing_secret: rotated.signingSecret }),
      previous_valid_until: new Date(rotated.previousValidUntil).toISOString(),
    }
    return { json, text: `${pairs(Object.entries(json))}\n\n${shownOnce}` }
  },
}

export const signKeys: Command = {
  name: 'keys sign',
  summary: 'believe keys of a former release whose rows are not signed: look at the list first, then say --yes',
  usage: '[--yes]',
  options: { yes: { type: 'boolean' } },
  async run(given, { open }) {
    const { apiKeys } = await open()
    const unsigned = await apiKeys.unsigned()
    const data = unsigned.map(adaptKey)
    const signed =
      given['yes'] === true
        ? await apiKeys.sign(
            operator,
            unsigned.map(({ id }) => id),
          )
        : []
    const head = ['key_id', 'kind', 'mode', 'prefix', 'name', 'created_at', 'revoked_at'] as const
    const rows = data.map((key) => head.map((name) => key[name] ?? '-'))
    const said = signed.length > 0 ? `Signed: ${signed.length}.` : 'Revoke what you do not know, then say --yes.'
    const text = rows.length === 0 ? 'Every key is signed.' : `${table(head, rows)}\n\n${said}`
    return { json: { data, signed }, text }
  },
}

export const revokeKey: Command = {
  name: 'keys revoke',
  summary: 'end a key now; what uses it is refused within 2 seconds',
  usage: '--key K',
  options: { key: { type: 'string' } },
  async run(given, { open }) {
    const keyId = text(given, 'key')
    const { apiKeys } = await open()
    const revoked = await apiKeys.revoke(operator, { keyId })
    const json = { key_id: revoked.keyId, revoked_at: new Date(revoked.revokedAt).toISOString() }
    return { json, text: `${json.key_id} is revoked since ${json.revoked_at}.` }
  },
}
