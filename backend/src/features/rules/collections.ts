import { collection, type Document } from '../../platform/documents/collection.ts'
import type { RuleState } from '#contract/rules.ts'
import type { Actor } from '../audit/service.ts'

export type StoredAction =
  { readonly type: 'allow' | 'block' | 'review' } | { readonly type: 'points'; readonly points: number }

/** What a rule was from then on. Never changed; the rules in force stand in the policy. id = merchant/rule/version. */
export interface RuleVersionDocument extends Document {
  readonly merchant_id: string
  readonly rule_id: string
  readonly version: number
  readonly name: string
  readonly expression: string
  readonly action: StoredAction
  readonly state: RuleState
  /** Place among the rules, from 1. */
  readonly order: number
  readonly removed: boolean
  readonly author: Actor
  /** When the first version was saved. */
  readonly created_at: number
  readonly at: number
  readonly policy_revision: string
}
export const ruleVersions = collection<RuleVersionDocument>({
  name: 'rule_versions',
  scope: 'operator',
  appendOnly: true,
  fields: { merchant_id: 'string', rule_id: 'string', version: 'number' },
  indexes: [{ fields: ['merchant_id', 'rule_id', 'version'] }],
})

export const versionId = (merchantId: string, ruleId: string, version: number): string =>
  `${merchantId}/${ruleId}/${version}`
