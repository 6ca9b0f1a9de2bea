import type { KeyScope } from '#contract/key-scopes.ts'
import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Changes, type Follower, type Mode } from '../../platform/documents/port.ts'
import { createApiKey } from '../../platform/keys/api-key.ts'
import { canonicalNetwork } from '../../platform/keys/network-range.ts'
import { operatorAuditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import { apiKeys, apiKeyTokens, type ApiKeyDocument, type SigningSecret, type Token } from './collections.ts'
import type { ApiKeyDeps } from './deps.ts'
import { createProblemOf, revocationId } from './genuine.ts'
import { signKey } from './row-mac.ts'
import { createSigningSecret, draftSecretKey, pointerTo, tokenOf } from './draft.ts'

export interface NewKey {
  readonly keyId: string
  readonly mode: Mode
  readonly secretKey: string
  readonly signingSecret: string
}
export interface RotatedKey {
  readonly keyId: string
  readonly secretKey?: string
  readonly signingSecret?: string
  readonly previousValidUntil: number
}

export const rotatedParts = ['signing', 'secret', 'both'] as const
export type RotatedPart = (typeof rotatedParts)[number]

export interface KeyChanges {
  create(actor: Actor, wanted: WantedKey): Promise<NewKey>
  /** `within` given: a key of another store, or of its other mode, is as if it did not exist. */
  rotate(actor: Actor, wanted: Selected & { part: RotatedPart; overlapMs: number }): Promise<RotatedKey>
  /** Ends the overlap of a rotation now: only the newest secrets stay. */
  finish(actor: Actor, wanted: Selected): Promise<{ keyId: string; endedAt: number }>
  /** Marks the keys of these stores whose secrets a person has seen who is gone. Answers how many. */
  expose(merchantIds: readonly string[], personId: string): Promise<number>
  /** Believes rows that are not signed yet. Answers which. */
  sign(actor: Actor, keyIds: readonly string[]): Promise<readonly string[]>
  /** Revoking twice is revoking once. */
  revoke(actor: Actor, wanted: Selected): Promise<{ keyId: string; revokedAt: number }>
}
export interface WantedKey {
  readonly merchantId: string
  readonly mode: Mode
  readonly name: string
  readonly scopes?: readonly KeyScope[] | undefined
  readonly networks?: readonly string[] | undefined
  readonly expiresAt?: number | null | undefined
}
export interface Selected {
  readonly keyId: string
  readonly within?: { readonly merchantId: string; readonly mode: Mode }
}

/** What was in force before a rotation stays so until `until`; what had an earlier end keeps it. */
const outlive = <Part extends { readonly valid_until: number | null }>(parts: readonly Part[], until: number): Part[] =>
  parts.map((part) => ({ ...part, valid_until: Math.min(part.valid_until ?? until, until) }))

/** Who has seen secrets that are in force: those shown now, and until all are new also those shown before. */
const seenBy = ({ id, type }: Actor, former: readonly string[], part: RotatedPart): readonly string[] => {
  const kept = part === 'both' ? [] : former
  return type === 'person' && id !== null ? [...new Set([...kept, id])] : kept
}

const canonicalNetworks = (networks: readonly string[] | undefined): readonly string[] =>
  (networks ?? []).map((text, at) => {
    const network = canonicalNetwork(text)
    if (network !== undefined) return network
    const detail = 'This is no address or network, as 203.0.113.0/24.'
    throw new AppError('validation_failed', { errors: [{ pointer: `/networks/${at}`, code: 'network', detail }] })
  })

const checkExpiry = (expiresAt: number | null | undefined, now: number): void => {
  if (typeof expiresAt !== 'number' || expiresAt > now) return
  const errors = [{ pointer: '/expires_at', code: 'past', detail: 'This is over already.' }]
  throw new AppError('validation_failed', { errors })
}

const stillValid = <Part extends { readonly valid_until: number | null }>(parts: readonly Part[], now: number) =>
  parts.filter((part) => part.valid_until === null || part.valid_until > now)

type Insert = Extract<Follower, { readonly document: unknown }>

const createTrace =
  ({ clock, organizationOf }: ApiKeyDeps) =>
  async (actor: Actor, action: AuditAction, key: ApiKeyDocument, details = {}): Promise<Insert> =>
    operatorAuditEntry({
      organization_id: await organizationOf(key.merchant_id),
      merchant_id: key.merchant_id,
      mode: key.mode,
      actor,
      action,
      object: { type: 'key', id: key.id },
      at: clock(),
      details: { kind: key.kind, prefix: key.prefix, ...details },
    })

const asRevocation = (told: Insert, key: ApiKeyDocument): Insert => ({
  ...told,
  document: { ...told.document, id: revocationId(key) },
})

/** Finds the key that a change is about, and writes it so that of two changes at once one is refused. */
const createKeyWriter = ({ documents, changes, vault }: ApiKeyDeps) => {
  const problemOf = createProblemOf({ documents, vault })
  const select = async ({ keyId, within }: Selected): Promise<ApiKeyDocument> => {
    const key = await documents.operator().get(apiKeys, keyId)
    const isForeign = within && (within.merchantId !== key?.merchant_id || within.mode !== key.mode)
    if (!key || isForeign) {
      throw new AppError('not_found', { detail: 'There is no such key.' })
    }
    return key
  }

  /** A change would sign what the row says: one that is not ours is not changed. */
  const selectGenuine = async (selected: Selected): Promise<ApiKeyDocument> => {
    const key = await select(selected)
    const problem = await problemOf(key)
    if (problem === null) return key
    throw new AppError('validation_failed', { detail: `This key opens nothing: its row is ${problem}. Revoke it.` })
  }

  const change = async (
    key: ApiKeyDocument,
    set: Partial<ApiKeyDocument>,
    followers: readonly Follower[],
  ): Promise<void> => {
    const { mac = '' } = signKey(vault, { ...key, ...set, revision: key.revision + 1 })
    await documents
      .operator()
      .write(
        {
          update: apiKeys,
          id: key.id,
          changes: { set: { ...(set as Changes['set']), revision: key.revision + 1, mac } },
          expect: { revision: key.revision },
        },
        followers,
      )
      .catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
        throw new AppError('validation_failed', { detail: 'The key was changed at the same moment. Try again.' })
      })
    await changes.announce()
  }

  return { select, selectGenuine, change }
}

/** What is done to many keys at once: by the one who lost a person, and by the one who believes a whole database. */
const createChangesOfMany = (deps: ApiKeyDeps): Pick<KeyChanges, 'expose' | 'sign'> => {
  const { documents, clock } = deps
  const trace = createTrace(deps)
  const { select, change } = createKeyWriter(deps)
  const problemOf = createProblemOf(deps)
  return {
    async expose(merchantIds, personId) {
      const exposed: string[] = []
      for (const merchantId of merchantIds) {
        const where = { merchant_id: merchantId }
        const sort = { field: 'created_at', direction: 'desc' } as const
        const { items } = await documents.operator().find(apiKeys, where, { sort, limit: 500 })
        for (const key of items) {
          if ((await problemOf(key)) !== null) continue
          if (key.revoked_at !== null || !(key.seen_by ?? []).includes(personId)) continue
          await change(key, { exposed_at: clock() }, [])
          exposed.push(key.id)
        }
      }
      return exposed.length
    },

    async sign(actor, keyIds) {
      const signed: string[] = []
      for (const keyId of keyIds) {
        const key = await select({ keyId })
        if ((await problemOf(key)) !== 'unsigned') continue
        await change(key, {}, [await trace(actor, 'key.row_signed', key)])
        signed.push(keyId)
      }
      return signed
    },
  }
}

export const createKeyChanges = (deps: ApiKeyDeps): KeyChanges => {
  const { documents, clock, changes, vault } = deps
  const trace = createTrace(deps)
  const { select, selectGenuine, change } = createKeyWriter(deps)
  const problemOf = createProblemOf(deps)

  const rotateSecret = (key: ApiKeyDocument, now: number, until: number) => {
    const printed = createApiKey('secret', key.mode)
    const token = tokenOf(printed)
    const tokens = [token, ...outlive(stillValid(key.tokens, now), until)]
    return { printed, set: { tokens, prefix: token.prefix }, pointer: { id: token.digest, key_id: key.id } }
  }

  const rotateSigning = (key: ApiKeyDocument, now: number, until: number) => {
    const { printed, secret } = createSigningSecret(vault, key.id, key.mode)
    return { printed, set: { signing: [secret, ...outlive(stillValid(key.signing, now), until)] } }
  }

  return {
    ...createChangesOfMany(deps),

    async create(actor, wanted) {
      const now = clock()
      checkExpiry(wanted.expiresAt, now)
      const networks = canonicalNetworks(wanted.networks)
      const seen = actor.type === 'person' ? actor.id : null
      const { key, printed, signingSecret } = draftSecretKey(vault, { ...wanted, networks, now, seenBy: seen })
      const reach = { scopes: (wanted.scopes ?? ['all']).join(' '), networks: networks.join(' ') }
      const followers = [pointerTo(key), await trace(actor, 'key.created', key, reach)]
      await documents.operator().write({ insert: apiKeys, document: key }, followers)
      await changes.announce()
      return { keyId: key.id, mode: key.mode, secretKey: printed, signingSecret }
    },

    async rotate(actor, { part, overlapMs, ...selected }) {
      const key = await selectGenuine(selected)
      const now = clock()
      if (key.kind !== 'secret') throw new AppError('validation_failed', { detail: 'Only secret keys are rotated.' })
      if (key.revoked_at !== null) throw new AppError('validation_failed', { detail: 'The key is revoked.' })
      const until = now + overlapMs
      const secret = part === 'signing' ? undefined : rotateSecret(key, now, until)
      const signing = part === 'secret' ? undefined : rotateSigning(key, now, until)
      const followers = [await trace(actor, 'key.rotated', key, { part, overlap_ms: overlapMs })]
      if (secret) followers.push({ insert: apiKeyTokens, document: secret.pointer })
      const exposed = part === 'both' ? { exposed_at: null } : {}
      const set = { ...secret?.set, ...signing?.set, ...exposed, seen_by: seenBy(actor, key.seen_by ?? [], part) }
      await change(key, set, followers)
      return {
        keyId: key.id,
        ...(secret && { secretKey: secret.printed }),
        ...(signing && { signingSecret: signing.printed }),
        previousValidUntil: until,
      }
    },

    async finish(actor, selected) {
      const key = await selectGenuine(selected)
      const now = clock()
      const only = <Part extends Token | SigningSecret>([newest, ...former]: readonly Part[]): Part[] =>
        newest ? [newest, ...outlive(stillValid(former, now), now)] : []
      const set = { tokens: only(key.tokens), signing: only(key.signing) }
      await change(key, set, [await trace(actor, 'key.rotation_finished', key)])
      return { keyId: key.id, endedAt: now }
    },

    async revoke(actor, selected) {
      const key = await select(selected)
      const problem = await problemOf(key)
      if (problem === null && key.revoked_at !== null) return { keyId: key.id, revokedAt: key.revoked_at }
      const revokedAt = clock()
      const told = await trace(actor, 'key.revoked', key, problem === null ? {} : { row: problem })
      await change(key, { revoked_at: revokedAt }, [problem === null ? asRevocation(told, key) : told])
      return { keyId: key.id, revokedAt }
    },
  }
}
