import type { Policy } from '../../../scoring/policy.ts'
import type { AssessmentRow } from '../collections.ts'
import type { AssessmentDeps, Tenant } from '../deps.ts'

/** The policy that decided the order, not the one of today. */
export const detailPolicy = async (
  deps: AssessmentDeps,
  { merchantId }: Tenant,
  row: AssessmentRow,
): Promise<Policy> => {
  const revision = row.verdict?.policy_revision
  const decided = revision === undefined ? undefined : await deps.policyAt(merchantId, revision)
  return decided ?? deps.policy(merchantId)
}
