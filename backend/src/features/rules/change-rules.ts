import type { NewRule, RuleChange } from '#contract/rules.ts'
import { AppError } from '../../platform/app-error.ts'
import { refuseCards } from '../../platform/card-numbers/refuse-cards.ts'
import { createId } from '../../platform/ids.ts'
import type { Policy, PolicyRule } from '../../scoring/policy.ts'
import { policyChanges } from '../../scoring/policy-changes.ts'
import type { Actor, AuditAction } from '../audit/service.ts'
import { checkedCost, withinLimits, wordsOf } from './checked.ts'
import { ruleVersions, versionId, type RuleVersionDocument } from './collections.ts'
import type { RuleDeps } from './deps.ts'

const placed = (rules: readonly PolicyRule[], rule: PolicyRule, order: number | undefined): readonly PolicyRule[] => {
  const former = rules.findIndex(({ id }) => id === rule.id)
  const others = rules.filter(({ id }) => id !== rule.id)
  const place = order === undefined ? (former === -1 ? others.length : former) : Math.min(order - 1, others.length)
  return others.toSpliced(place, 0, rule)
}

/** What of a change is different from the rule as it stands. */
const isSame = (former: PolicyRule, later: PolicyRule): boolean =>
  JSON.stringify({ ...former, version: 0 }) === JSON.stringify({ ...later, version: 0 })

interface Saved {
  readonly rule: PolicyRule
  readonly removed: boolean
  readonly createdAt: number
}

const documentOf = (
  merchantId: string,
  author: Actor,
  { rule, removed, createdAt }: Saved,
  after: Policy,
  at: number,
) => {
  const place = after.rules.findIndex(({ id }) => id === rule.id)
  const document: RuleVersionDocument = {
    id: versionId(merchantId, rule.id, rule.version),
    merchant_id: merchantId,
    rule_id: rule.id,
    version: rule.version,
    ...{ name: rule.name, expression: rule.expression, action: rule.action, state: rule.state },
    order: place + 1,
    removed,
    author,
    created_at: createdAt,
    at,
    policy_revision: after.revision,
  }
  return { insert: ruleVersions, document }
}

interface Save {
  readonly action: AuditAction
  readonly ruleId: string
  readonly createdAt: number
  readonly apply: (rules: readonly PolicyRule[]) => {
    readonly rules: readonly PolicyRule[]
    readonly saved: PolicyRule
  }
}

/** Each save is a version of the rule and a revision of the policy, in one batch with its trace. */
const createSave =
  ({ merchants }: Pick<RuleDeps, 'merchants'>) =>
  async (actor: Actor, merchantId: string, { action, ruleId, createdAt, apply }: Save): Promise<void> => {
    let saved: PolicyRule | undefined
    await merchants.changePolicy(actor, merchantId, {
      apply: (policy) => {
        const next = apply(policy.rules)
        saved = next.saved
        return { ...policy, rules: withinLimits(next.rules) }
      },
      changes: policyChanges,
      action,
      object: { type: 'rule', id: ruleId },
      followers: (after, at) => {
        const removed = action === 'rule.removed'
        return saved ? [documentOf(merchantId, actor, { rule: saved, removed, createdAt }, after, at)] : []
      },
    })
  }

const known = (rules: readonly PolicyRule[], ruleId: string): PolicyRule => {
  const found = rules.find(({ id }) => id === ruleId)
  if (!found) throw new AppError('not_found')
  return found
}

export const createRuleChanges = (deps: RuleDeps) => {
  const { documents, clock, merchants, storeKeys } = deps
  const operator = documents.operator()
  const save = createSave(deps)

  const firstSaved = async (merchantId: string, ruleId: string): Promise<number> =>
    (await operator.get(ruleVersions, versionId(merchantId, ruleId, 1)))?.created_at ?? clock()

  return {
    create: async (actor: Actor, merchantId: string, wanted: NewRule): Promise<string> => {
      refuseCards(wanted)
      checkedCost(wanted.expression)
      const { name, expression, action, state } = wanted
      const now = clock()
      const words = wordsOf(await storeKeys(merchantId), expression)
      const rule: PolicyRule = { id: createId('rul', now), version: 1, name, expression, action, state, words }
      const apply = (rules: readonly PolicyRule[]) => ({ rules: placed(rules, rule, wanted.order), saved: rule })
      await save(actor, merchantId, { action: 'rule.created', ruleId: rule.id, createdAt: now, apply })
      return rule.id
    },

    /** A change that changes nothing is no new version. */
    change: async (actor: Actor, merchantId: string, ruleId: string, change: RuleChange): Promise<void> => {
      refuseCards(change)
      known((await merchants.policy(merchantId)).rules, ruleId)
      if (change.expression !== undefined) checkedCost(change.expression)
      const keys = await storeKeys(merchantId)
      const { order, name, expression, action, state } = change
      const changed = (former: PolicyRule): PolicyRule => ({
        ...former,
        ...(name !== undefined && { name }),
        ...(expression !== undefined && { expression, words: wordsOf(keys, expression) }),
        ...(action && { action }),
        ...(state && { state }),
      })
      const moves = (rules: readonly PolicyRule[], rule: PolicyRule) =>
        order !== undefined && placed(rules, rule, order).findIndex(({ id }) => id === rule.id) !== rules.indexOf(rule)
      const { rules: now } = await merchants.policy(merchantId)
      const standing = known(now, ruleId)
      if (isSame(standing, changed(standing)) && !moves(now, standing)) return
      const apply = (rules: readonly PolicyRule[]) => {
        const former = known(rules, ruleId)
        const saved = { ...changed(former), version: former.version + 1 }
        return { rules: placed(rules, saved, order), saved }
      }
      await save(actor, merchantId, {
        ...{ action: 'rule.changed', ruleId, apply },
        createdAt: await firstSaved(merchantId, ruleId),
      })
    },

    remove: async (actor: Actor, merchantId: string, ruleId: string): Promise<void> => {
      known((await merchants.policy(merchantId)).rules, ruleId)
      const apply = (rules: readonly PolicyRule[]) => {
        const former = known(rules, ruleId)
        return { rules: rules.filter(({ id }) => id !== ruleId), saved: { ...former, version: former.version + 1 } }
      }
      await save(actor, merchantId, {
        ...{ action: 'rule.removed', ruleId, apply },
        createdAt: await firstSaved(merchantId, ruleId),
      })
    },
  }
}
