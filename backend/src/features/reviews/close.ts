import { ReviewLabel } from '#contract/reviews.ts'
import type { Clock } from '../../platform/clock.ts'
import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import { eventEntry, type Tenant } from '../../platform/outbox/outbox.ts'
import type { StoredOrders } from '../assessments/service.ts'
import { hasAttempts, type LabelService } from '../labels/service.ts'
import { reviews, type ReviewRow } from './collections.ts'

export interface CloseDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'attemptsByAssessment'>
  readonly labels: Pick<LabelService, 'tell' | 'settle'>
}

const atOnce = 200

/**
 * Decisions whose time to undo is over. First closed, so that nobody can undo them any more, then told: to the outcome of
 * the order, and as a label where the reviewer gave one. What a crash leaves closed but untold is told with the next run.
 */
export const createCloseReviews = ({ documents, clock, stored, labels }: CloseDeps) => {
  const close = async (tenant: Tenant, review: ReviewRow, now: number): Promise<void> => {
    if (review.state !== 'pending') return
    const { id, decision, label, revision, assessment_id } = review
    const seconds = Math.round(((review.decided_at ?? now) - review.opened_at) / 1000)
    const data = { assessment_id, decision, label, seconds_to_decision: seconds }
    const told = eventEntry({ kind: 'review.closed', at: now, subject: id, data })
    const changes = { set: { state: 'closed', revision: revision + 1 } }
    const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
    await scope.write({ update: reviews, id, changes, expect: { revision } }, [told])
  }

  const tell = async (tenant: Tenant, review: ReviewRow): Promise<void> => {
    const { id, assessment_id, decision, decided_at: at, decided_by: by, decided_by_type: type } = review
    const attempts = await stored.attemptsByAssessment(tenant, assessment_id)
    if (hasAttempts(attempts) && decision !== null && at !== null) {
      const says = decision === 'approve' ? 'approved' : 'declined'
      await labels.settle(tenant, attempts, {
        cause: 'review',
        fact: (facts) => {
          const known = facts.find((fact) => fact.id === id)
          return known ? { known } : { id, at, says, told: null }
        },
      })
      const label = ReviewLabel.nullable().parse(review.label)
      if (label)
        await labels.tell(tenant, { type: type ?? 'person', id: by }, { assessment_id, label, source: 'review' })
    }
    const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
    await scope.write({ update: reviews, id, changes: { unset: ['due_at'] } })
  }

  const finish = async (tenant: Tenant, review: ReviewRow, now: number): Promise<void> => {
    try {
      await close(tenant, review, now)
    } catch (error) {
      // Undone at this moment, or closed by another worker, who tells it.
      if (error instanceof Conflict) return
      throw error
    }
    await tell(tenant, review)
  }

  return async (now: number = clock()): Promise<number> => {
    const where = { due_at: { lte: now } }
    const page = await documents.acrossMerchants('reviews.tell', reviews, where, { limit: atOnce })
    const failures: unknown[] = []
    for (const { merchantId, mode, document } of page.items) {
      // One that fails holds up no other; it comes again with the next run.
      await finish({ merchantId, mode }, document, now).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} decided reviews were not told`)
    return page.items.length
  }
}
