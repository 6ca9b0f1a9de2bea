import type { LabelName } from '#contract/labels.ts'

export const labelWord: Record<LabelName, string> = {
  fraud: 'Fraud',
  chargeback: 'Chargeback',
  refused_delivery: 'Refused delivery',
  not_fraud: 'Not fraud',
  suspected_fraud: 'Suspected fraud',
  clear: 'Cleared',
}
