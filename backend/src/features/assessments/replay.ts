import type { z } from 'zod'
import type { Assessment, Replay } from '#contract/assessment.ts'
import { AppError } from '../../platform/app-error.ts'
import { decidedOf } from '../../scoring/digest.ts'
import { policyIn } from '../../scoring/policy-in.ts'
import { replay } from '../../scoring/replay.ts'
import type { AssessmentRow } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { extrasOf } from './judge-order.ts'
import type { Reader } from './read.ts'
import { isWithoutModel, withoutModel } from './serve-model.ts'

const storedAnswer = ({ answer }: AssessmentRow): Assessment | undefined =>
  answer === undefined ? undefined : (JSON.parse(answer) as Assessment)

/** Judges the stored evidence again, under the policy that decided it. */
export const createReplay = ({ policyAt }: AssessmentDeps, reader: Reader) => {
  return async (tenant: Tenant, id: string): Promise<z.infer<typeof Replay>> => {
    const row = await reader.row(tenant, id)
    const answered = storedAnswer(row)
    const { verdict, order } = row
    if (!verdict || !order || !answered) throw new AppError('not_found')
    const policy = await policyAt(tenant.merchantId, verdict.policy_revision)
    if (!policy) throw new Error(`policy ${verdict.policy_revision} of ${tenant.merchantId} is not stored`)
    const used = policyIn(policy, tenant.mode)
    return replay({
      engine: verdict.engine,
      digest: verdict.digest,
      decided: decidedOf(answered, answered.warnings),
      values: verdict.values,
      policy: isWithoutModel(verdict.degraded_causes) ? withoutModel(used, verdict.values) : used,
      extras: extrasOf(order, verdict.hits ?? [], answered.control),
    })
  }
}
