import { flag } from '../evidence.ts'

/** A number nobody could call. */
export const phoneMalformed = flag({
  name: 'phone.malformed',
  code: 'PHONE_MALFORMED',
  title: 'Phone number that is not valid',
  family: 'phone-shape',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.4; many honest people dislike giving their number',
  missing: 'no readable phone number was sent',
  points: { yes: -5, no: 0 },
  read: ({ order }) => (order.phone ? !order.phone.valid : null),
  say: () => 'The phone number is not valid',
})
