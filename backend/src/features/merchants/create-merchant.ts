import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore, Follower, Mode } from '../../platform/documents/port.ts'
import { createId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { defaultPolicy } from '../../scoring/policy.ts'
import { draftPublishableKey, draftSecretKey, followersOf, type Draft } from '../api-keys/service.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { merchants, organizations, policies, policyId, policyJson, type MerchantDocument } from './collections.ts'
import { parseOrigin, parseTimeZone } from './settings.ts'

export interface MerchantDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'createMerchantKeys' | 'sealSecret' | 'installationKeys'>
  readonly closings: Closings
}

/** What was closed; by way of the container, so that stores know nothing of how they end. */
export interface Closings {
  readonly isClosed: (id: string) => Promise<boolean>
  readonly isErased: (id: string) => Promise<boolean>
}

/** Shown once. */
export interface KeySet {
  readonly publishableKey: string
  readonly secretKey: string
  readonly signingSecret: string
}
export interface NewMerchant {
  readonly merchantId: string
  readonly organizationId: string
  readonly test: KeySet
  readonly live: KeySet
}
export interface WantedMerchant {
  readonly name: string
  readonly origins: readonly string[]
  /** Without it the merchant gets an organisation of its own. */
  readonly organizationId?: string
  readonly timeZone?: string
  readonly demo?: boolean
}

const draftMerchant = (wanted: WantedMerchant, now: number): MerchantDocument => ({
  id: createId('mer', now),
  organization_id: wanted.organizationId ?? createId('org', now),
  name: wanted.name,
  demo: wanted.demo ?? false,
  allowed_origins: [...new Set(wanted.origins.map((origin) => parseOrigin(origin)))],
  time_zone: parseTimeZone(wanted.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone),
  order_url: null,
  necessary_only: false,
  policy_number: 1,
  created_at: now,
  revision: 1,
})

const draftKeySet = (
  vault: Pick<Vault, 'sealSecret' | 'installationKeys'>,
  merchantId: string,
  mode: Mode,
  now: number,
): { readonly set: KeySet; readonly drafts: readonly Draft[] } => {
  const owner = { merchantId, mode, name: 'First key', now }
  const publishable = draftPublishableKey(vault, owner)
  const secret = draftSecretKey(vault, owner)
  const set = { publishableKey: publishable.printed, secretKey: secret.printed, signingSecret: secret.signingSecret }
  return { set, drafts: [publishable, secret] }
}

const firstPolicy = (merchantId: string, now: number): Follower => ({
  insert: policies,
  document: {
    id: policyId(merchantId, defaultPolicy.revision),
    merchant_id: merchantId,
    policy: policyJson(defaultPolicy),
    created_at: now,
  },
})

/**
 * The merchant's sealing keys come first: without them nothing of it could be written, and keys without a merchant harm
 * nobody. All the rest is one batch, so that there is a whole merchant or none.
 */
export const createMerchantCreator =
  ({ documents, clock, changes, vault }: MerchantDeps) =>
  async (actor: Actor, wanted: WantedMerchant): Promise<NewMerchant> => {
    const now = clock()
    const merchant = draftMerchant(wanted, now)
    const { id: merchantId, organization_id: organizationId } = merchant
    await vault.createMerchantKeys(merchantId)
    const test = draftKeySet(vault, merchantId, 'test', now)
    const live = draftKeySet(vault, merchantId, 'live', now)
    const organization = { id: organizationId, name: wanted.name, created_at: now }
    const object = { type: 'merchant', id: merchantId }
    await documents.operator().write({ insert: merchants, document: merchant }, [
      ...(wanted.organizationId === undefined ? [{ insert: organizations, document: organization }] : []),
      firstPolicy(merchantId, now),
      ...followersOf([...test.drafts, ...live.drafts]),
      operatorAuditEntry({
        organization_id: organizationId,
        merchant_id: merchantId,
        actor,
        action: 'merchant.created',
        object,
        at: now,
      }),
    ])
    await changes.announce()
    return { merchantId, organizationId, test: test.set, live: live.set }
  }
