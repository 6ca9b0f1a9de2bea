import { share } from '../evidence.ts'
import { percent } from '../wording.ts'

/** Share of digits in the name part. A year of birth is a third of a short name; numbered accounts are most of it. */
export const emailDigits = share({
  name: 'email.digits_share',
  code: 'EMAIL_DIGITS',
  title: 'Many digits in the e-mail address',
  family: 'email-shape',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.15 and 1.4',
  missing: 'no readable e-mail address was sent',
  points: [
    [0.4, -2],
    [0.6, -5],
  ],
  read: ({ order }) => order.email?.digits ?? null,
  say: (part) => `Digits make up ${percent(part)} of the e-mail address before the @`,
})
