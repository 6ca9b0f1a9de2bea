import { AppError } from '../../platform/app-error.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import type { Claims } from './claims.ts'
import type { Finish } from './assess.ts'
import { assessments, type AssessmentRow } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'

const pageSize = 100

/**
 * Scores every order that was recorded but has no verdict: its process died, or its store was away. Each is scored as of
 * its receipt. One that fails again is left for the next sweep; it holds up no other.
 */
export const createSweep = ({ documents, clock, log, metrics }: AssessmentDeps, claims: Claims, finish: Finish) => {
  const finishOne = async (tenant: Tenant, row: AssessmentRow): Promise<boolean> => {
    try {
      const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
      await finish(tenant, await claims.takeOver(scope, row))
      metrics.sweptOrders.inc()
      return true
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === 'idempotency_in_progress'
      if (!isTaken) log.error({ err: error, assessment: row.id }, 'order not scored by the sweep')
      return false
    }
  }

  /** Returns how many orders it scored. */
  return async (): Promise<number> => {
    const where = { status: 'received', received_at: { lte: clock() } }
    const left = everyPage((from) =>
      documents.acrossMerchants('assessments.sweep', assessments, where, { limit: pageSize, ...from }),
    )
    let scored = 0
    for await (const orders of left) {
      for (const { merchantId, mode, document } of orders) {
        if (await finishOne({ merchantId, mode }, document)) scored += 1
      }
    }
    if (scored > 0) log.warn({ scored }, 'orders left behind were scored')
    return scored
  }
}
