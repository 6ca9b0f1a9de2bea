import { flag } from '../evidence.ts'

/** gmial.com and the like. People make typing errors; so do people who type other people's addresses. */
export const emailTypo = flag({
  name: 'email.typo',
  code: 'EMAIL_TYPO',
  title: 'Mistyped e-mail address',
  family: 'email-shape',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.2',
  missing: 'no readable e-mail address was sent',
  points: { yes: -3, no: 0 },
  read: ({ order }) => order.email?.typo ?? null,
  say: () => 'The e-mail address looks mistyped after the @',
})
