import { keyScopes } from '#contract/key-scopes.ts'
import { AppError } from '../../platform/app-error.ts'
import { createCached } from '../../platform/changes/cached.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import type { ApiKey, ApiKeys } from '../../platform/http/authenticators.ts'
import { apiKeyDigest, parseApiKey } from '../../platform/keys/api-key.ts'
import { apiKeys, apiKeyTokens, type ApiKeyDocument } from './collections.ts'
import { createKeyChanges, type KeyChanges } from './changes.ts'
import type { ApiKeyDeps } from './deps.ts'
import { createProblemOf } from './genuine.ts'
import { placeOf } from './draft.ts'
import { createLastUsed } from './last-used.ts'

export { draftPublishableKey, draftSecretKey, followersOf, type Draft } from './draft.ts'
export type { ApiKeyDocument } from './collections.ts'
export { rotatedParts } from './changes.ts'
export { adaptKeyRow } from './row.ts'
export type { KeyProblem } from './collections.ts'
export { createRequestLog, type RequestLog } from './requests/log.ts'

export interface ApiKeyService extends ApiKeys, KeyChanges {
  /** Newest first, both modes or one. */
  list(merchantId: string, mode?: Mode): Promise<readonly ApiKeyDocument[]>
  /** Of a store that is erased: keys, and what leads to them. Answers how many documents are gone. */
  forget(merchantId: string): Promise<number>
  /** Rows of before they were signed, or that somebody slipped in. */
  unsigned(): Promise<readonly ApiKeyDocument[]>
}

/** Not kept in memory: a guesser must not push real keys out. */
class Unknown extends Error {}

const isOpenedBy = (key: ApiKeyDocument, digest: string, now: number): boolean => {
  const token = key.tokens.find((candidate) => candidate.digest === digest)
  const isPast = (end: number | null): boolean => end !== null && end <= now
  return token !== undefined && !isPast(token.valid_until) && !isPast(key.expires_at) && key.revoked_at === null
}

/** A row that this program did not write is as if it were not there, and is told of. */
const createLoadGenuine = (deps: ApiKeyDeps) => {
  const problemOf = createProblemOf(deps)
  return async (keyId: string): Promise<ApiKeyDocument | undefined> => {
    const key = await deps.documents.operator().get(apiKeys, keyId)
    const problem = key ? await problemOf(key) : null
    if (!key || problem === null) return key
    deps.refused(key, problem)
    return undefined
  }
}

/** Whose key a token is, answered from memory; see `ChangeFeed` for how soon a change is in force. */
const createFinder = (deps: ApiKeyDeps): ApiKeys['find'] => {
  const { documents, clock, changes, originsOf, isClosed } = deps
  const used = createLastUsed(documents, clock)
  const loadGenuine = createLoadGenuine(deps)
  const load = createCached({
    changes,
    load: async (digest): Promise<ApiKeyDocument> => {
      const pointer = await documents.operator().get(apiKeyTokens, digest)
      const key = pointer && (await loadGenuine(pointer.key_id))
      if (!key) throw new Unknown()
      return key
    },
  })

  return async (text): Promise<ApiKey | undefined> => {
    const kind = parseApiKey(text)?.kind
    if (!kind) throw new AppError('key_malformed')
    const digest = apiKeyDigest(text)
    const key = await load(digest).catch((error: unknown) => {
      if (error instanceof Unknown) return undefined
      throw error
    })
    if (!key) return undefined
    const revoked = !isOpenedBy(key, digest, clock()) || (await isClosed(key.merchant_id))
    if (!revoked) used(key)
    const origins = key.kind === 'publishable' ? await originsOf(key.merchant_id) : []
    return {
      ...{ keyId: key.id, kind: key.kind, merchantId: key.merchant_id, mode: key.mode, revoked, origins },
      scopes: key.scopes ?? keyScopes,
      networks: key.networks ?? [],
    }
  }
}

const createSigningSecrets = (deps: ApiKeyDeps): ApiKeys['signingSecrets'] => {
  const { clock, changes, vault } = deps
  const loadGenuine = createLoadGenuine(deps)
  const load = createCached({
    changes,
    load: async (keyId) => {
      const key = await loadGenuine(keyId)
      return (key?.signing ?? []).map(({ sealed, valid_until: validUntil }) => ({
        text: vault.openSecret(sealed, ...placeOf(keyId)),
        validUntil,
      }))
    },
  })
  return async (keyId) => {
    const now = clock()
    const known = await load(keyId)
    return known.filter(({ validUntil }) => validUntil === null || validUntil > now).map(({ text }) => text)
  }
}

const unsignedKeys = async ({ documents }: ApiKeyDeps): Promise<readonly ApiKeyDocument[]> => {
  const found: ApiKeyDocument[] = []
  const pages = everyPage((from) => documents.operator().find(apiKeys, {}, { limit: 200, scan: true, ...from }))
  for await (const keys of pages) found.push(...keys.filter(({ mac }) => mac === undefined))
  return found
}

/** A merchant has a handful of keys; a hundred is a sign of something else. */
const mostKeys = 100

/** What leads to a key goes first: a crash between the two leaves a key that nothing finds, and the next round does. */
const createForget =
  ({ documents }: ApiKeyDeps) =>
  async (merchantId: string): Promise<number> => {
    const operator = documents.operator()
    let removed = 0
    for (;;) {
      const sort = { field: 'created_at', direction: 'asc' } as const
      const { items } = await operator.find(apiKeys, { merchant_id: merchantId }, { sort, limit: mostKeys })
      if (items.length === 0) return removed
      for (const { id, tokens } of items) {
        for (const { digest } of tokens) {
          await removeQuietly(operator, apiKeyTokens, digest)
        }
        await removeQuietly(operator, apiKeys, id)
        removed += 1 + tokens.length
      }
    }
  }

export const createApiKeys = (deps: ApiKeyDeps): ApiKeyService => ({
  find: createFinder(deps),
  signingSecrets: createSigningSecrets(deps),
  ...createKeyChanges(deps),
  forget: createForget(deps),
  unsigned: () => unsignedKeys(deps),
  list: async (merchantId, mode) => {
    const page = await deps.documents
      .operator()
      .find(apiKeys, { merchant_id: merchantId }, { sort: { field: 'created_at', direction: 'desc' }, limit: mostKeys })
    return page.items.filter((key) => mode === undefined || key.mode === mode)
  },
})
