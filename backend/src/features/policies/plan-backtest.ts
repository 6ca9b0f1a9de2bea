import type { BacktestRequest } from '#contract/console.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { Policy, PolicyRule } from '../../scoring/policy.ts'
import { checkedCost, withinLimits, wordsOf } from '../rules/service.ts'
import { applyChange } from './apply-change.ts'

export interface PlannedBacktest {
  readonly before: Policy
  readonly after: Policy
  /** Of the rule that is asked about. */
  readonly ruleId: string | null
}

/** A rule that is only being thought about. */
const draftId = 'rul_draft'

const withRule = (policy: Policy, asked: NonNullable<BacktestRequest['rule']>, keys: StoreKeys) => {
  checkedCost(asked.expression)
  const former = policy.rules.find(({ id }) => id === asked.id)
  const rule: PolicyRule = {
    ...{ id: former?.id ?? draftId, version: former?.version ?? 0, name: former?.name ?? 'Draft' },
    ...{ expression: asked.expression, action: asked.action, state: 'live' },
    words: wordsOf(keys, asked.expression),
  }
  const rules = former ? policy.rules.map((each) => (each === former ? rule : each)) : [...policy.rules, rule]
  return { ruleId: rule.id, policy: { ...policy, rules: withinLimits(rules) } }
}

/** The policy in force against the one asked about. Throws `validation_failed` with the place. */
export const planBacktest = (before: Policy, request: BacktestRequest, keys: StoreKeys): PlannedBacktest => {
  const { rule, thresholds, policy } = request
  const changed = applyChange(applyChange(before, { thresholds }), policy ?? {}, '/policy')
  if (!rule) return { before, after: changed, ruleId: null }
  const ruled = withRule(changed, rule, keys)
  return { before, after: ruled.policy, ruleId: ruled.ruleId }
}
