import { flag } from '../evidence.ts'

/** A mailbox made to be thrown away. Some honest shoppers use them against advertising. */
export const emailDisposable = flag({
  name: 'email.disposable',
  code: 'EMAIL_DISPOSABLE',
  title: 'Throw-away e-mail address',
  family: 'email-shape',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio of about 3.5; under 1 % of honest orders, several per cent of bad ones',
  missing: 'no readable e-mail address was sent',
  points: { yes: -18, no: 0 },
  read: ({ order }) => order.email?.disposable ?? null,
  say: () => 'The e-mail address belongs to a throw-away mail service',
})
