import type { RuleCheck, RuleRows, RuleTemplates, Vocabulary } from '#contract/console.ts'
import type { NewRule, RemovedRule, Rule, RuleChange, Rules, RuleVersions } from '#contract/rules.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { checkRule, mostCost, mostCostPerRule } from '../../scoring/rules/check-rule.ts'
import { ruleTemplates } from '../../scoring/rules/templates.data.ts'
import { vocabulary } from '../../scoring/rules/vocabulary.ts'
import type { Actor } from '../audit/service.ts'
import { createRuleChanges } from './change-rules.ts'
import { totalCost } from './checked.ts'
import { createRuleCounts } from './count-rules.ts'
import type { RuleDeps } from './deps.ts'
import { createRuleReader } from './read-rules.ts'

export { checkedCost, withinLimits, wordsOf } from './checked.ts'
export { createRuleCountsConsumer } from './count-rules.ts'
export { createAuthors } from './read-rules.ts'
export type { RuleDeps } from './deps.ts'

interface Paging {
  readonly limit: number
  readonly after?: string | undefined
}
interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}

/** Rules belong to the store and are shared by its modes; they stand in its policy, in their order. */
export interface RuleService {
  list(merchantId: string, paging: Paging): Promise<Rules>
  /** Throws `not_found`. */
  get(merchantId: string, ruleId: string): Promise<Rule>
  versions(merchantId: string, ruleId: string, paging: Paging): Promise<RuleVersions>
  /** Throws `validation_failed` with position and reason. */
  create(actor: Actor, merchantId: string, wanted: NewRule): Promise<Rule>
  change(actor: Actor, merchantId: string, ruleId: string, change: RuleChange): Promise<Rule>
  remove(actor: Actor, merchantId: string, ruleId: string): Promise<RemovedRule>
  /** For the dashboard. */
  rows(tenant: Tenant): Promise<RuleRows>
  check(expression: string): RuleCheck
  vocabulary(): Vocabulary
  templates(): RuleTemplates
}

export const checkDraft = (expression: string): RuleCheck => {
  const { problems, reading } = checkRule(expression)
  return {
    valid: problems.length === 0,
    problems: [...problems],
    cost: reading?.cost ?? null,
    most: mostCostPerRule,
    names: [...(reading?.names ?? [])],
  }
}

export const createRules = (deps: RuleDeps): RuleService => {
  const { merchants } = deps
  const reader = createRuleReader(deps)
  const changes = createRuleChanges(deps)
  const counts = createRuleCounts(deps)
  return {
    list: reader.list,
    get: reader.get,
    versions: reader.versions,
    create: async (actor, merchantId, wanted) =>
      reader.get(merchantId, await changes.create(actor, merchantId, wanted)),
    change: async (actor, merchantId, ruleId, change) => {
      await changes.change(actor, merchantId, ruleId, change)
      return reader.get(merchantId, ruleId)
    },
    remove: async (actor, merchantId, ruleId) => {
      await changes.remove(actor, merchantId, ruleId)
      const { revision } = await merchants.policy(merchantId)
      return { id: ruleId, removed: true, policy_revision: revision }
    },
    rows: async (tenant) => {
      const [rules, policy, counted] = await Promise.all([
        reader.all(tenant.merchantId),
        merchants.policy(tenant.merchantId),
        counts(tenant),
      ])
      return {
        data: rules.map((rule) => ({ ...rule, matched: counted.get(rule.id) ?? null })),
        policy_revision: policy.revision,
        cost: { total: totalCost(policy.rules), most: mostCost, most_per_rule: mostCostPerRule },
      }
    },
    check: checkDraft,
    vocabulary: () => vocabulary,
    templates: () => ({ data: [...ruleTemplates] }),
  }
}
