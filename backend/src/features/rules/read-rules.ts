import type { Author, Rule, Rules, RuleVersion, RuleVersions } from '#contract/rules.ts'
import { AppError } from '../../platform/app-error.ts'
import type { PolicyRule } from '../../scoring/policy.ts'
import { checkRule } from '../../scoring/rules/check-rule.ts'
import type { Actor } from '../audit/service.ts'
import { ruleVersions, versionId, type RuleVersionDocument } from './collections.ts'
import type { RuleDeps } from './deps.ts'
import { differencesOf } from './differences.ts'

const ruleIdShape = /^rul_[0-9A-Z]{26}$/

/** Who made something, with the name that a person has today. */
export const createAuthors =
  (personName: RuleDeps['personName']) =>
  async ({ type, id }: Actor): Promise<Author> => ({
    type,
    id,
    name: type === 'person' && id !== null ? await personName(id) : null,
  })

/** As stored, not as remembered: what was saved through another process is seen at once. */
const createStoredRules =
  ({ merchants }: Pick<RuleDeps, 'merchants'>) =>
  async (merchantId: string): Promise<readonly PolicyRule[]> => {
    const [newest] = await merchants.policyHistory(merchantId, 1)
    const policy = newest && (await merchants.policyAt(merchantId, newest.revision))
    return policy?.rules ?? []
  }

export const createRuleReader = ({ documents, merchants, personName }: RuleDeps) => {
  const operator = documents.operator()
  const stored = createStoredRules({ merchants })
  const authorOf = createAuthors(personName)

  const adapt = async (rule: PolicyRule, order: number, saved: RuleVersionDocument | undefined): Promise<Rule> => ({
    id: rule.id,
    name: rule.name,
    expression: rule.expression,
    action: rule.action,
    state: rule.state,
    order,
    version: rule.version,
    cost: checkRule(rule.expression).reading?.cost ?? 0,
    created_at: new Date(saved?.created_at ?? 0).toISOString(),
    updated_at: new Date(saved?.at ?? 0).toISOString(),
    author: await authorOf(saved?.author ?? { type: 'worker', id: null }),
    policy_revision: saved?.policy_revision ?? '',
  })

  const all = async (merchantId: string): Promise<readonly Rule[]> => {
    const rules = await stored(merchantId)
    const saved = await operator.getMany(
      ruleVersions,
      rules.map(({ id, version }) => versionId(merchantId, id, version)),
    )
    return Promise.all(rules.map((rule, at) => adapt(rule, at + 1, saved[at])))
  }

  const versionOf = async (
    after: RuleVersionDocument,
    before: RuleVersionDocument | undefined,
  ): Promise<RuleVersion> => ({
    rule_id: after.rule_id,
    version: after.version,
    at: new Date(after.at).toISOString(),
    author: await authorOf(after.author),
    policy_revision: after.policy_revision,
    ...{ name: after.name, expression: after.expression, action: after.action, state: after.state },
    order: after.order,
    removed: after.removed,
    differences: differencesOf(before, after),
  })

  return {
    all,

    list: async (
      merchantId: string,
      { limit, after }: { limit: number; after?: string | undefined },
    ): Promise<Rules> => {
      const rules = await all(merchantId)
      const from = after === undefined ? 0 : rules.findIndex(({ id }) => id === after) + 1
      const data = rules.slice(from, from + limit)
      const hasMore = from + data.length < rules.length
      return { data, has_more: hasMore, next_cursor: hasMore ? (data.at(-1)?.id ?? null) : null }
    },

    get: async (merchantId: string, ruleId: string): Promise<Rule> => {
      const found = (await all(merchantId)).find(({ id }) => id === ruleId)
      if (!found) throw new AppError('not_found')
      return found
    },

    /** Newest first; also of a rule that was removed. */
    versions: async (
      merchantId: string,
      ruleId: string,
      { limit, after }: { limit: number; after?: string | undefined },
    ): Promise<RuleVersions> => {
      if (!ruleIdShape.test(ruleId)) throw new AppError('not_found')
      const below = Number(after ?? Infinity)
      const where = {
        merchant_id: merchantId,
        rule_id: ruleId,
        version: Number.isFinite(below) ? { lt: below } : { gt: 0 },
      }
      const sort = { field: 'version', direction: 'desc' } as const
      // One more than asked for: the last one shown is told against it.
      const { items } = await operator.find(ruleVersions, where, { sort, limit: limit + 1 })
      if (items.length === 0) throw new AppError('not_found')
      const shown = items.slice(0, limit)
      const data = await Promise.all(shown.map((version, at) => versionOf(version, items[at + 1])))
      const hasMore = items.length > limit
      return { data, has_more: hasMore, next_cursor: hasMore ? String(shown.at(-1)?.version ?? 0) : null }
    },
  }
}
