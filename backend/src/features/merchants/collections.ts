import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Policy } from '../../scoring/policy.ts'

export interface OrganizationDocument extends Document {
  readonly name: string
  readonly created_at: number
}
export const organizations = collection<OrganizationDocument>({
  name: 'organizations',
  scope: 'operator',
  fields: { created_at: 'number' },
})

/** Shared by test and live mode. */
export interface MerchantDocument extends Document {
  readonly organization_id: string
  readonly name: string
  /** Made by the first start, for trying out; its keys are handed to the demo shop. */
  readonly demo: boolean
  /** Where the collector may run, as `https://shop.example`. */
  readonly allowed_origins: readonly string[]
  /** IANA name; every time of the dashboard is shown in it. */
  readonly time_zone: string
  /** Opens an order in the store's own system; `{order_id}` stands for the id. null: not set. */
  readonly order_url: string | null
  /** Collect only what is strictly necessary, whatever the page says. */
  readonly necessary_only: boolean
  /** Of the policy in force; raised by each change of what a verdict depends on. */
  readonly policy_number: number
  readonly created_at: number
  readonly revision: number
}
export const merchants = collection<MerchantDocument>({
  name: 'merchants',
  scope: 'operator',
  fields: { organization_id: 'string', created_at: 'number', revision: 'number' },
  indexes: [{ fields: ['organization_id', 'created_at'] }, { fields: ['created_at'] }],
})

/** Every policy that ever decided an order, so that any verdict can be replayed. Never changed; id = merchant/revision. */
export interface PolicyDocument extends Document {
  readonly merchant_id: string
  readonly policy: {
    readonly revision: string
    readonly base: number
    readonly thresholds: { readonly review: number; readonly decline: number }
    readonly off: readonly string[]
  }
  readonly created_at: number
}
export const policies = collection<PolicyDocument>({
  name: 'policies',
  scope: 'operator',
  appendOnly: true,
  fields: {},
})

export const policyId = (merchantId: string, revision: string): string => `${merchantId}/${revision}`
export const policyOf = ({ policy }: PolicyDocument): Policy => policy
