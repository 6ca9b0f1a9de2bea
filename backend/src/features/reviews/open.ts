import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import { shortIdentifier } from '../../platform/identifiers/identify.ts'
import { eventEntry, type OutboxConsumer, type Tenant } from '../../platform/outbox/outbox.ts'
import type { StoredOrder, StoredOrders } from '../assessments/service.ts'
import { asReviewRow, reviewIdOf, reviews, type ReviewDocument } from './collections.ts'

export interface OpenDeps {
  readonly documents: DocumentStore
  readonly clock: () => number
  readonly stored: Pick<StoredOrders, 'byIds'>
}

const draft = (order: StoredOrder, now: number): ReviewDocument => ({
  id: reviewIdOf(order.id),
  assessment_id: order.id,
  order_id: order.orderId,
  state: 'open',
  opened_at: now,
  raw_score: order.rawScore,
  trust_score: order.score,
  risk_level: order.level,
  amount: order.amount,
  currency: order.currency,
  reason: order.reason,
  ...(order.identifiers.device ? { group: shortIdentifier(order.identifiers.device.id) } : {}),
  ...{ claimed_by: null, claimed_until: 0, escalated: false, escalated_by: null, escalated_at: null },
  ...{ decision: null, label: null, decided_by: null, decided_by_type: null, decided_at: null },
  notes: [],
  revision: 1,
})

/** Reviews follow the outbox, so that scoring an order costs nothing for them; each is opened once. */
export const createOpenReviews = ({ documents, clock, stored }: OpenDeps) => {
  const open = async (tenant: Tenant, assessmentId: string): Promise<void> => {
    const [order] = await stored.byIds(tenant, [assessmentId])
    if (order?.decision !== 'review') return
    const review = draft(order, clock())
    const data = { assessment_id: order.id, level: order.level, score: order.score }
    const told = eventEntry({ kind: 'review.opened', at: review.opened_at, subject: review.id, data })
    try {
      const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
      await scope.write({ insert: reviews, document: asReviewRow(review) }, [told])
    } catch (error) {
      // Opened before a crash.
      if (!(error instanceof Conflict)) throw error
    }
  }

  /** A newer attempt at the same order takes the place of the one that waits. */
  const supersede = async ({ merchantId, mode }: Tenant, assessmentId: string): Promise<void> => {
    const scope = documents.forMerchant(merchantId, mode)
    const id = reviewIdOf(assessmentId)
    const known = await scope.get(reviews, id)
    if (known?.state !== 'open') return
    const set = { state: 'superseded', revision: known.revision + 1 }
    try {
      await scope.write({ update: reviews, id, changes: { set }, expect: { revision: known.revision } })
    } catch (error) {
      // Claimed or decided at this moment: then it is looked at, and stands.
      if (!(error instanceof Conflict)) throw error
    }
  }

  const consumer: OutboxConsumer = {
    name: 'open-reviews',
    kind: 'assessment.scored',
    fold: async (tenant, entries) => {
      for (const { subject, data } of entries) {
        const { previous, decision } = data
        // Of a past order there is nothing left to decide.
        if (data['imported'] === true) continue
        if (typeof previous === 'string') await supersede(tenant, previous)
        if (decision === 'review') await open(tenant, subject)
      }
    },
  }
  return { open, consumer }
}
