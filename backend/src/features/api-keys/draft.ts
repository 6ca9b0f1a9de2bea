import type { KeyScope } from '#contract/key-scopes.ts'
import { createId } from '../../platform/ids.ts'
import { apiKeyDigest, createApiKey, parseApiKey } from '../../platform/keys/api-key.ts'
import type { Follower, Mode } from '../../platform/documents/port.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import {
  apiKeys,
  apiKeyTokens,
  type ApiKeyDocument,
  type SigningSecret,
  type Token,
  type UnsignedKey,
} from './collections.ts'
import { signKey } from './row-mac.ts'

/** Binds a sealed signing secret to the key it belongs to: it opens nowhere else. */
export const placeOf = (keyId: string): readonly [string, string, string] => [apiKeys.name, keyId, 'signing']

export type DraftVault = Pick<Vault, 'sealSecret' | 'installationKeys'>

export interface Draft {
  readonly key: ApiKeyDocument
  /** Shown once, never again. */
  readonly printed: string
}

export interface Owner {
  readonly merchantId: string
  readonly mode: Mode
  readonly name: string
  readonly now: number
  readonly scopes?: readonly KeyScope[] | undefined
  readonly networks?: readonly string[] | undefined
  readonly expiresAt?: number | null | undefined
  /** The person who is shown the secrets. */
  readonly seenBy?: string | null
}

export const tokenOf = (printed: string): Token => ({
  digest: apiKeyDigest(printed),
  prefix: parseApiKey(printed)?.prefix ?? '',
  valid_until: null,
})

interface Drafted {
  readonly id: string
  readonly kind: ApiKeyDocument['kind']
  readonly signing: readonly SigningSecret[]
}

const draft = (vault: DraftVault, owner: Owner, { id, kind, signing }: Drafted): Draft => {
  const printed = createApiKey(kind, owner.mode)
  const token = tokenOf(printed)
  const key: UnsignedKey = {
    id,
    kind,
    merchant_id: owner.merchantId,
    mode: owner.mode,
    name: owner.name,
    prefix: token.prefix,
    token: kind === 'publishable' ? printed : null,
    tokens: [token],
    signing,
    created_at: owner.now,
    last_used_at: 0,
    expires_at: owner.expiresAt ?? null,
    revoked_at: null,
    revision: 1,
    ...(owner.scopes && { scopes: [...new Set(owner.scopes)] }),
    ...(owner.networks && owner.networks.length > 0 && { networks: [...new Set(owner.networks)] }),
    seen_by: owner.seenBy ? [owner.seenBy] : [],
    exposed_at: null,
  }
  return { key: signKey(vault, key), printed }
}

export const draftPublishableKey = (vault: DraftVault, owner: Owner): Draft =>
  draft(vault, owner, { id: createId('key', owner.now), kind: 'publishable', signing: [] })

export const createSigningSecret = (vault: Pick<Vault, 'sealSecret'>, keyId: string, mode: Mode) => {
  const printed = createApiKey('signing', mode)
  return { printed, secret: { sealed: vault.sealSecret(printed, ...placeOf(keyId)), valid_until: null } }
}

export const draftSecretKey = (vault: DraftVault, owner: Owner): Draft & { signingSecret: string } => {
  const id = createId('key', owner.now)
  const { printed, secret } = createSigningSecret(vault, id, owner.mode)
  return { ...draft(vault, owner, { id, kind: 'secret', signing: [secret] }), signingSecret: printed }
}

export const pointerTo = (key: ApiKeyDocument): Follower => ({
  insert: apiKeyTokens,
  document: { id: key.tokens[0]?.digest ?? '', key_id: key.id },
})

/** As followers of another document's birth: a key without its pointer is never found, a pointer alone opens nothing. */
export const followersOf = (drafts: readonly Draft[]): readonly Follower[] =>
  drafts.flatMap(({ key }) => [{ insert: apiKeys, document: key }, pointerTo(key)])
