import type { Ground } from './ground.ts'
import type { AssessmentService } from './features/assessments/service.ts'
import { createLabels, type LabelService } from './features/labels/service.ts'
import { createHistory, type HistoryService } from './features/orders/history.ts'
import { createOrderEvents, type OrderEventService } from './features/orders/service.ts'
import { createRescores, type RescoreService } from './features/rescores/service.ts'
import { createReviews, type ReviewService } from './features/reviews/service.ts'

/** What follows an order after its verdict. */
export interface LabelsAndReviews {
  readonly labels: LabelService
  readonly orderEvents: OrderEventService
  readonly reviews: ReviewService
  readonly rescores: RescoreService
  readonly history: HistoryService
}

export const createLabelsAndReviews = (
  { foundation, clock }: Ground,
  { stored, rejudge }: Pick<AssessmentService, 'stored' | 'rejudge'>,
  /** Stores that share with the network. */
  sharing: () => Promise<readonly string[]>,
): LabelsAndReviews => {
  const { documents, merchants } = foundation
  const organizationOf = async (merchantId: string) => (await merchants.settings(merchantId)).organizationId
  const maturityDays = async (merchantId: string) => (await merchants.settings(merchantId)).maturityDays
  const labels = createLabels({
    ...{ documents, clock, stored, organizationOf, maturityDays },
    policy: (merchantId) => merchants.policy(merchantId),
    policyAt: (merchantId, revision) => merchants.policyAt(merchantId, revision),
    changePolicy: (actor, merchantId, edit) => merchants.changePolicy(actor, merchantId, edit),
    maturityDays: async (merchantId) => (await merchants.settings(merchantId)).maturityDays,
    merchantIds: async () => (await merchants.list()).map(({ merchantId }) => merchantId),
  })
  const orderEvents = createOrderEvents({ documents, clock, stored, labels })
  const reviews = createReviews({ documents, clock, stored, labels, organizationOf })
  const rescores = createRescores({ documents, clock, stored, rejudge, sharing })
  const rescored = rescores.ofAssessment
  const history = createHistory({ clock, stored, labels, orderEvents, reviews, rescored, maturityDays })
  return { labels, orderEvents, reviews, rescores, history }
}
