import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { operator, recordCrossing } from '../../features/audit/service.ts'
import type { ApiKeyDocument } from '../../features/api-keys/service.ts'
import type { Foundation } from '../../foundation.ts'
import { UsageError, type Command } from '../command.ts'
import { optionalText, text, texts } from '../given.ts'
import { breachRecord, noticeToMerchant, noticeToAuthority, type Breach } from '../breach-papers.ts'

/** Keys that are named, or with --all every one of the store that still opens something. */
const chosenKeys = (keys: readonly ApiKeyDocument[], named: readonly string[], all: boolean) => {
  const standing = keys.filter(({ revoked_at: revokedAt }) => revokedAt === null)
  if (all) return standing
  const unknown = named.find((id) => !standing.some((key) => key.id === id))
  if (unknown !== undefined) throw new UsageError(`${unknown} is no key of this store that could be revoked.`)
  return standing.filter(({ id }) => named.includes(id))
}

const isOwnerOrAdmin = ({ role }: { readonly role: string }): boolean => role === 'owner' || role === 'admin'

/** Everybody of the organisation who has not left it. */
const membersOf = async ({ accounts, places }: Foundation, organizationId: string) => {
  const first = await accounts.ofOrganization(organizationId)
  const later = (await places.joinedTo(organizationId)).filter((id) => !first.some((person) => person.id === id))
  const joined = await Promise.all(later.map((id) => accounts.person(id).catch(() => undefined)))
  const known = [...first, ...joined.flatMap((person) => person ?? [])]
  const placed = await Promise.all(
    known.map(async (person) => ({ person, place: await places.placeIn(person, organizationId) })),
  )
  return placed.flatMap(({ person, place }) => (place ? [{ ...person, role: place.role }] : []))
}

export const drillBreach: Command = {
  name: 'drill breach',
  summary: 'end keys and sessions of a store, and prepare the record and the notices of a breach',
  usage: '--merchant M (--all | --key K...) [--what SENTENCE] [--keep-sessions] [--rehearse]',
  details: [
    '--all            every key of the store, publishable ones too: checkouts stop scoring until new ones are in place',
    '--key            only this key; may be given several times',
    '--what           what happened, for the record',
    '--keep-sessions  leave people signed in',
    '--rehearse       write the papers, end nothing',
  ].join('\n'),
  options: {
    merchant: { type: 'string' },
    all: { type: 'boolean' },
    key: { type: 'string', multiple: true },
    what: { type: 'string' },
    'keep-sessions': { type: 'boolean' },
    rehearse: { type: 'boolean' },
  },
  async run(given, { open, config }) {
    const merchantId = text(given, 'merchant')
    const named = texts(given, 'key')
    const all = given['all'] === true
    if (all === named.length > 0) throw new UsageError('Give either --all or --key.')
    const isRehearsal = given['rehearse'] === true
    const at = Date.now()
    const foundation = await open()
    const { apiKeys, accounts, documents, merchants } = foundation
    const { name, organizationId } = await merchants.settings(merchantId)
    await recordCrossing(documents, { command: 'drill breach', merchantId, at })
    const keys = chosenKeys(await apiKeys.list(merchantId), named, all)
    const members = await membersOf(foundation, organizationId)
    const sessions = given['keep-sessions'] === true ? [] : members
    if (!isRehearsal) {
      for (const { id } of keys) await apiKeys.revoke(operator, { keyId: id })
      for (const { id } of sessions) await accounts.signOutEverywhere(id)
    }
    const breach: Breach = {
      at,
      isRehearsal,
      what: optionalText(given, 'what') ?? 'Not known yet.',
      store: { id: merchantId, name, organizationId },
      keys: keys.map(({ id, kind, mode, prefix, last_used_at: usedAt }) => ({ id, kind, mode, prefix, usedAt })),
      signedOut: sessions.map(({ id }) => id),
      tell: members.filter(isOwnerOrAdmin).map(({ id, name: who, email }) => ({ id, name: who, email })),
    }
    const stamp = new Date(at).toISOString().replace(/[:.]/g, '-')
    const papers = [
      ['record.md', breachRecord(breach)],
      ['notice-to-merchant.md', noticeToMerchant(breach)],
      ['notice-to-authority.md', noticeToAuthority(breach)],
    ] as const
    const files = papers.map(([ending, content]) => {
      const file = join(config.dataDir, `incident-${stamp}-${ending}`)
      writeFileSync(file, content, { mode: 0o600 })
      return file
    })
    const json = {
      rehearsal: isRehearsal,
      merchant_id: merchantId,
      revoked_keys: breach.keys.map(({ id }) => id),
      signed_out: breach.signedOut,
      tell: breach.tell,
      notify_by: new Date(at + 72 * 3_600_000).toISOString(),
      files,
    }
    const lines = [
      `${isRehearsal ? 'Rehearsal: nothing was ended. It would be' : 'Ended:'} ${keys.length} keys, the sessions of ${sessions.length} people.`,
      `To be told until ${json.notify_by} (72 hours):`,
      ...breach.tell.map(({ name: who, email }) => `  ${who} <${email}>`),
      '  the supervisory authority, unless a risk to persons is unlikely (GDPR Article 33)',
      ...files.map((file) => `Written: ${file}`),
    ]
    return { json, text: lines.join('\n') }
  },
}
