import { setTimeout as wait } from 'node:timers/promises'
import { drawsControl } from '../../scoring/control-share.ts'
import { learnedInputs } from '../../scoring/learned-inputs.ts'
import { measure } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import { policyIn } from '../../scoring/policy-in.ts'
import { StoredReply } from '../../platform/http/route.ts'
import { failpoint } from '../../platform/failpoint.ts'
import type { Claims, Recorded } from './claims.ts'
import { createCommit } from './commit.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { createGather } from './gather.ts'
import { judgeOrder } from './judge-order.ts'
import { liveChannel } from './live.ts'
import { asUnavailable } from './not-durable.ts'
import { createReceive, type Call } from './receive.ts'
import { createRecord } from './record.ts'
import { createRefusals } from './refusals.ts'
import { createServeModel } from './serve-model.ts'

/** Longer than any client of ours waits, so that a store sees what it does without an answer. */
const testTimeoutMs = 10_000

/** Scores a recorded order: gather, judge, commit. Used by the call itself, by a retry, and by the sweep. */
export const createFinish = (deps: AssessmentDeps, claims: Claims) => {
  const gather = createGather(deps)
  const commit = createCommit(deps)
  const serveModel = createServeModel(deps)
  const { metrics, storeKeys } = deps

  /** By the order's name, so that a second attempt draws what the first drew. */
  const draws = async ({ merchantId }: Tenant, { order_ref: ref = '' }: Recorded['row'], { control }: Policy) =>
    drawsControl(control, (await storeKeys(merchantId)).digest('control-share', ref))

  return async (tenant: Tenant, recorded: Recorded): Promise<string> => {
    const { row } = recorded
    try {
      if (!row.order) throw new Error(`order ${row.id} has no body`)
      const policy = policyIn(await deps.policy(tenant.merchantId), tenant.mode)
      const challengers = await deps.challengers(tenant)
      const gathered = await gather(tenant, recorded, row.order)
      if (__FAILPOINTS__) await failpoint('after-gather')
      const drawn = policy.control !== null && (await draws(tenant, row, policy))
      const measured = measure(gathered.context)
      const served = await serveModel(tenant, policy, measured.values, learnedInputs(row.order.facts))
      const beside = { challengers, drawn, measured, modelCause: served.cause }
      const judged = judgeOrder(row.order, gathered, served.policy, beside)
      if (__FAILPOINTS__) await failpoint('after-judge')
      const answer = await commit(tenant, recorded, row.order, judged)
      if (__FAILPOINTS__) await failpoint('after-commit')
      for (const cause of judged.causes) metrics.degraded.inc({ cause: cause.split(':')[0] ?? cause })
      metrics.assessments.inc({ decision: judged.judgement.decision, degraded: String(judged.causes.length > 0) })
      return answer
    } finally {
      claims.finished(row.id)
    }
  }
}
export type Finish = ReturnType<typeof createFinish>

/** One order, from request to verdict. What is not durable is not answered. */
export const createAssess = (deps: AssessmentDeps, claims: Claims, finish: Finish) => {
  const receive = createReceive(deps)
  const record = createRecord(deps, claims)
  const refusals = createRefusals(deps, claims)
  const { log, ephemeral } = deps

  const tellLive = ({ merchantId, mode }: Tenant, id: string): void => {
    // Lost: the dashboard shows the order with its next page.
    void ephemeral.publish(liveChannel(merchantId, mode), id).catch((error: unknown) => {
      log.debug({ err: error }, 'live view not told')
    })
  }

  const score = async (call: Call): Promise<StoredReply> => {
    const draft = await receive(call)
    if (__FAILPOINTS__) await failpoint('before-record')
    const recorded = await record(call.tenant, draft)
    if (recorded instanceof StoredReply) return recorded
    if (__FAILPOINTS__) await failpoint('after-record')
    const answer = await finish(call.tenant, recorded)
    tellLive(call.tenant, recorded.row.id)
    if (draft.order.test === 'timeout') await wait(testTimeoutMs, undefined, { ref: false })
    return new StoredReply(answer)
  }

  return async (call: Call): Promise<StoredReply> => {
    try {
      return await score(call)
    } catch (error) {
      return await refusals.keep(call, asUnavailable(error))
    }
  }
}
