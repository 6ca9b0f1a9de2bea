import type { EvidenceValues } from '../../scoring/measure.ts'
import { cardOf } from '../../scoring/card.ts'
import { tablesOf } from '../../scoring/learning/answered-tables.ts'
import { withModel } from '../../scoring/policy-in.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'

export interface ServedPolicy {
  readonly policy: Policy
  /** Why the expert scorecard stands in for the model; null: it does not. */
  readonly cause: string | null
}

/** The same policy with the expert scorecard on the card of this order. */
export const withoutModel = (policy: Policy, values: EvidenceValues): Policy => {
  const name = cardOf(values)
  const { base, model } = policy.cards[name]
  return withModel(policy, 'live', name, { base, model, tables: null })
}

/** Causes that say which tables a verdict was made without: a replay leaves them out as well. */
export const isWithoutModel = (causes: readonly string[]): boolean =>
  causes.some((cause) => cause === 'model_late' || cause === 'model_broken' || cause === 'model_off')

/** In process the tables are in the policy. Apart, role model says what they add; without it the scorecard answers at once. */
export const createServeModel =
  ({ askModel }: Pick<AssessmentDeps, 'askModel'>) =>
  async (
    tenant: Tenant,
    policy: Policy,
    values: EvidenceValues,
    custom: OrderFacts['custom'],
  ): Promise<ServedPolicy> => {
    const card = cardOf(values)
    const { tables, base, model } = policy.cards[card]
    if (!askModel || !tables) return { policy, cause: null }
    const answer = await askModel(tenant, { card, revision: policy.revision, values, custom })
    if ('cause' in answer) return { policy: withoutModel(policy, values), cause: answer.cause }
    const served = tablesOf(answer, values, custom)
    return { policy: withModel(policy, 'live', card, { base, model, tables: served }), cause: null }
  }
