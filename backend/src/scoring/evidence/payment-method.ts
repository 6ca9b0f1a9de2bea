import { choice } from '../evidence.ts'
import type { OrderFacts } from '../context.ts'

type Method = NonNullable<OrderFacts['method']>

const words: Readonly<Record<string, string>> = {
  card: 'card',
  cod: 'cash on delivery',
  bank_transfer: 'bank transfer',
  paypal: 'PayPal',
  wallet: 'digital wallet',
  invoice: 'invoice',
  gift_card: 'gift card',
  other: 'another method',
}

/** What can be taken back, and by whom. Money that has arrived does not go back; an invoice may never be paid. */
export const paymentMethod = choice<Method>({
  name: 'payment.method',
  code: 'PAYMENT_METHOD_RISKY',
  goodCode: 'PAYMENT_METHOD_SAFE',
  title: 'Payment method with more risk',
  goodTitle: 'Payment method with less risk',
  family: 'payment-method',
  scope: 'order',
  direction: 'none',
  basis: 'judgement: likelihood ratios against card payments; cash on delivery gets a scorecard of its own later',
  missing: 'no payment method was sent',
  points: { card: 0, cod: -4, bank_transfer: 8, paypal: 2, wallet: 4, invoice: -4, gift_card: -5, other: 0 },
  read: ({ order }) => order.method,
  say: (method) => `Payment by ${words[method] ?? 'another method'}`,
})
