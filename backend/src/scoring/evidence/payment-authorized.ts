import { flag } from '../evidence.ts'

/** Whether the bank authorised the payment at all. A yes says little: stolen cards work until they are blocked. */
export const paymentAuthorized = flag({
  name: 'payment.authorized',
  code: 'PAYMENT_NOT_AUTHORIZED',
  title: 'Payment not authorised by the bank',
  family: 'payment-refused',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratio 1.3',
  missing: 'the payment was not tried yet, or the store did not say',
  points: { yes: 0, no: -4 },
  read: ({ order }) => order.authorized,
  say: (authorized) => (authorized ? 'The bank authorised the payment' : 'The bank did not authorise the payment'),
})
