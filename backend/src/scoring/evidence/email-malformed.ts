import { flag } from '../evidence.ts'

/** Nobody can be written to there. Often a typing error that the shop should have caught. */
export const emailMalformed = flag({
  name: 'email.malformed',
  code: 'EMAIL_MALFORMED',
  title: 'E-mail address that is not valid',
  family: 'email-shape',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 2',
  missing: 'no readable e-mail address was sent',
  points: { yes: -10, no: 0 },
  read: ({ order }) => (order.email ? !order.email.valid : null),
  say: () => 'The e-mail address is not valid',
})
