import { decidedOf, digest } from '../../scoring/digest.ts'
import { engineVersion } from '../../scoring/engine-version.ts'
import type { Context, Profile } from '../../scoring/context.ts'
import type { Judgement } from '../../scoring/judge.ts'
import { learnedInputs } from '../../scoring/learned-inputs.ts'
import { measure, type EvidenceValues } from '../../scoring/measure.ts'
import { policyIn } from '../../scoring/policy-in.ts'
import { assessments } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { createGather } from './gather.ts'
import { judgeOrder } from './judge-order.ts'
import { asAnswered } from './read.ts'
import { createServeModel } from './serve-model.ts'

/** A verdict made again from what is known today. */
export interface Rejudged {
  readonly judgement: Judgement
  readonly values: EvidenceValues
  readonly policyRevision: string
  readonly engine: string
  readonly digest: string
  readonly causes: readonly string[]
  /** Of the first verdict. */
  readonly first: { readonly digest: string; readonly level: string; readonly values: EvidenceValues }
}

/**
 * What became known since then counts as if it had been known when the order came; everything else is as of its receipt:
 * windows end there, and orders that came later are not its past.
 */
const knowingToday = (profile: Profile, receivedAt: number): Profile => {
  if (!profile.outcomes) return profile
  const { events, lastBadAt, lastTakenBackAt } = profile.outcomes
  const earlier = (at: number | null) => (at === null ? null : Math.min(at, receivedAt))
  return {
    ...profile,
    outcomes: {
      ...profile.outcomes,
      events: events.map((event) => ({ ...event, at: Math.min(event.at, receivedAt) })),
      lastBadAt: earlier(lastBadAt),
      lastTakenBackAt: earlier(lastTakenBackAt),
    },
  }
}

const today = (context: Context): Context => ({
  ...context,
  profiles: Object.fromEntries(
    Object.entries(context.profiles).map(([kind, profile]) => [kind, knowingToday(profile, context.now)]),
  ),
  ...(context.customProfiles && {
    customProfiles: Object.fromEntries(
      Object.entries(context.customProfiles).map(([name, profile]) => [name, knowingToday(profile, context.now)]),
    ),
  }),
})

/** Gathers and judges a scored order afresh, under the policy in force. Changes nothing. */
export const createRejudge = (deps: AssessmentDeps) => {
  const gather = createGather(deps)
  const serveModel = createServeModel(deps)
  return async (tenant: Tenant, id: string): Promise<Rejudged | undefined> => {
    const scope = deps.documents.forMerchant(tenant.merchantId, tenant.mode)
    const row = await scope.get(assessments, id)
    if (!row?.order || !row.verdict || row.order.test !== null) return undefined
    const policy = policyIn(await deps.policy(tenant.merchantId), tenant.mode)
    const gathered = await gather(tenant, { row, scope }, row.order)
    const measured = measure(today(gathered.context))
    const served = await serveModel(tenant, policy, measured.values, learnedInputs(row.order.facts))
    // Let through once, let through again: a control is a promise, not a draw per verdict.
    const drawn = asAnswered(row)?.control ?? false
    const beside = { drawn, measured, modelCause: served.cause }
    const { judgement, values, causes } = judgeOrder(row.order, gathered, served.policy, beside)
    return {
      ...{ judgement, values, causes },
      policyRevision: policy.revision,
      engine: engineVersion,
      digest: digest(decidedOf(judgement, row.order.warnings)),
      first: { digest: row.verdict.digest, level: row.level ?? '', values: row.verdict.values },
    }
  }
}
export type Rejudge = ReturnType<typeof createRejudge>
