import type { CustomInput } from '#contract/custom-inputs.ts'
import { asJson, collection, type Document, type Json } from '../../platform/documents/collection.ts'
import type { Policy } from '../../scoring/policy.ts'
import { adaptPolicy, type StoredPolicy } from '../../scoring/stored-policy.ts'
import type { Actor } from '../audit/service.ts'

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
  /** Days of silence after which an order is good; absent: the usual 60. */
  readonly maturity_days?: number
  /** What it says of its custom inputs; absent: nothing. */
  readonly custom_inputs?: readonly Pick<CustomInput, keyof CustomInput>[]
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
  /** A StoredPolicy: plain JSON, which the compiler cannot see through the types of scoring. */
  readonly policy: Json
  /** Who made it; absent in the first one, and in those of former releases. */
  readonly author?: Actor
  /** A sentence per change against the revision before. */
  readonly changes?: readonly string[]
  readonly created_at: number
}
export const policies = collection<PolicyDocument>({
  name: 'policies',
  scope: 'operator',
  appendOnly: true,
  fields: {},
})

export const policyId = (merchantId: string, revision: string): string => `${merchantId}/${revision}`
export const policyOf = ({ policy }: PolicyDocument): Policy => adaptPolicy(policy as unknown as StoredPolicy)
export const policyJson = (policy: Policy): Json => asJson(policy)
