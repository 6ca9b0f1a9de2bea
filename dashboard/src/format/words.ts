import type { Decision, ReasonScope, RiskLevel } from '#contract/assessment.ts'

export const levelWord: Record<RiskLevel, string> = { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' }
export const decisionWord: Record<Decision, string> = { approve: 'Approve', review: 'Review', decline: 'Decline' }
/** "Without that it would score 56 and be approved." */
export const wouldWord: Record<Decision, string> = {
  approve: 'be approved',
  review: 'go to review',
  decline: 'be declined',
}
/** What happened to the order, for its own page. */
export const decidedWord: Record<Decision, string> = {
  approve: 'Approved',
  review: 'Sent to review',
  decline: 'Declined',
}
export const scopeWord: Record<ReasonScope, string> = {
  store: 'Store',
  network: 'Network',
  device: 'Device',
  order: 'Order',
}

export const methodWord: Readonly<Record<string, string>> = {
  card: 'Card',
  cod: 'Cash on delivery',
  bank_transfer: 'Bank transfer',
  paypal: 'PayPal',
  wallet: 'Wallet',
  invoice: 'Invoice',
  gift_card: 'Gift card',
  other: 'Other',
}
