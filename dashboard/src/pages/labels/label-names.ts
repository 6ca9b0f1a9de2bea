import type { LabelName } from '#contract/labels.ts'

export const labelNames: readonly LabelName[] = [
  'fraud',
  'chargeback',
  'refused_delivery',
  'suspected_fraud',
  'not_fraud',
  'clear',
]
