import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Changes, type Follower, type Mode } from '../../platform/documents/port.ts'
import { createApiKey } from '../../platform/keys/api-key.ts'
import { operatorAuditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import { apiKeys, apiKeyTokens, type ApiKeyDocument } from './collections.ts'
import type { ApiKeyDeps } from './deps.ts'
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
  create(actor: Actor, wanted: { merchantId: string; mode: Mode; name: string }): Promise<NewKey>
  /** `within` given: a key of another store, or of its other mode, is as if it did not exist. */
  rotate(actor: Actor, wanted: Selected & { part: RotatedPart; overlapMs: number }): Promise<RotatedKey>
  /** Revoking twice is revoking once. */
  revoke(actor: Actor, wanted: Selected): Promise<{ keyId: string; revokedAt: number }>
}
export interface Selected {
  readonly keyId: string
  readonly within?: { readonly merchantId: string; readonly mode: Mode }
}

/** What was in force before a rotation stays so until `until`; what had an earlier end keeps it. */
const outlive = <Part extends { readonly valid_until: number | null }>(parts: readonly Part[], until: number): Part[] =>
  parts.map((part) => ({ ...part, valid_until: Math.min(part.valid_until ?? until, until) }))

const stillValid = <Part extends { readonly valid_until: number | null }>(parts: readonly Part[], now: number) =>
  parts.filter((part) => part.valid_until === null || part.valid_until > now)

const createTrace =
  ({ clock, organizationOf }: ApiKeyDeps) =>
  async (actor: Actor, action: AuditAction, key: ApiKeyDocument, details = {}): Promise<Follower> =>
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

export const createKeyChanges = (deps: ApiKeyDeps): KeyChanges => {
  const { documents, clock, changes, vault } = deps
  const trace = createTrace(deps)

  const select = async ({ keyId, within }: Selected): Promise<ApiKeyDocument> => {
    const key = await documents.operator().get(apiKeys, keyId)
    const isForeign = within && (within.merchantId !== key?.merchant_id || within.mode !== key.mode)
    if (!key || isForeign) {
      throw new AppError('not_found', { detail: 'There is no such key.' })
    }
    return key
  }

  const change = async (key: ApiKeyDocument, set: Changes['set'], followers: readonly Follower[]): Promise<void> => {
    await documents
      .operator()
      .write(
        {
          update: apiKeys,
          id: key.id,
          changes: { set: { ...set, revision: key.revision + 1 } },
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
    async create(actor, { merchantId, mode, name }) {
      const { key, printed, signingSecret } = draftSecretKey(vault, { merchantId, mode, name, now: clock() })
      const followers = [pointerTo(key), await trace(actor, 'key.created', key)]
      await documents.operator().write({ insert: apiKeys, document: key }, followers)
      await changes.announce()
      return { keyId: key.id, mode, secretKey: printed, signingSecret }
    },

    async rotate(actor, { part, overlapMs, ...selected }) {
      const key = await select(selected)
      const now = clock()
      if (key.kind !== 'secret') throw new AppError('validation_failed', { detail: 'Only secret keys are rotated.' })
      if (key.revoked_at !== null) throw new AppError('validation_failed', { detail: 'The key is revoked.' })
      const until = now + overlapMs
      const secret = part === 'signing' ? undefined : rotateSecret(key, now, until)
      const signing = part === 'secret' ? undefined : rotateSigning(key, now, until)
      const followers = [await trace(actor, 'key.rotated', key, { part, overlap_ms: overlapMs })]
      if (secret) followers.push({ insert: apiKeyTokens, document: secret.pointer })
      await change(key, { ...secret?.set, ...signing?.set }, followers)
      return {
        keyId: key.id,
        ...(secret && { secretKey: secret.printed }),
        ...(signing && { signingSecret: signing.printed }),
        previousValidUntil: until,
      }
    },

    async revoke(actor, selected) {
      const key = await select(selected)
      if (key.revoked_at !== null) return { keyId: key.id, revokedAt: key.revoked_at }
      const revokedAt = clock()
      await change(key, { revoked_at: revokedAt }, [await trace(actor, 'key.revoked', key)])
      return { keyId: key.id, revokedAt }
    },
  }
}
