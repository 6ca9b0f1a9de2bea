import type { Ground } from './ground.ts'
import type { AssessmentService } from './features/assessments/service.ts'
import { createLabels, type LabelService } from './features/labels/service.ts'
import { createOrderEvents, type OrderEventService } from './features/orders/service.ts'

/** What follows an order after its verdict. */
export interface LabelsAndReviews {
  readonly labels: LabelService
  readonly orderEvents: OrderEventService
}

export const createLabelsAndReviews = (
  { foundation, clock }: Ground,
  { stored }: Pick<AssessmentService, 'stored'>,
): LabelsAndReviews => {
  const { documents, merchants } = foundation
  const labels = createLabels({
    ...{ documents, clock, stored },
    organizationOf: async (merchantId) => (await merchants.settings(merchantId)).organizationId,
    policyAt: (merchantId, revision) => merchants.policyAt(merchantId, revision),
    maturityDays: async (merchantId) => (await merchants.settings(merchantId)).maturityDays,
    merchantIds: async () => (await merchants.list()).map(({ merchantId }) => merchantId),
  })
  return { labels, orderEvents: createOrderEvents({ documents, clock, stored, labels }) }
}
