import { flag } from '../evidence.ts'

/** M and N are the codes of all schemes; P, S and U say that nobody checked. */
const codes = new Map([
  ['M', true],
  ['Y', true],
  ['N', false],
])

/** The code on the back: copied card data often lacks it. */
export const paymentCvc = flag({
  name: 'payment.cvc_matches',
  code: 'CVC_MISMATCH',
  goodCode: 'CVC_MATCH',
  title: 'Wrong security code of the card',
  goodTitle: 'Correct security code of the card',
  family: 'card-checks',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.87 and 3',
  missing: 'no result was sent, or the issuer did not check',
  points: { yes: 2, no: -16 },
  read: ({ order }) => codes.get(order.card.cvc?.toUpperCase() ?? '') ?? null,
  say: (matches) => (matches ? 'The security code of the card is right' : 'The security code of the card is wrong'),
})
