import { flag } from '../evidence.ts'

/** Letters in an order no name or word has. Made by generators, and by people who hide behind an alias. */
export const emailGibberish = flag({
  name: 'email.gibberish',
  code: 'EMAIL_GIBBERISH',
  title: 'Random-looking e-mail address',
  family: 'email-shape',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.9; relay addresses of telephones look like this too',
  missing: 'no readable e-mail address was sent',
  points: { yes: -9, no: 0 },
  read: ({ order }) => order.email?.gibberish ?? null,
  say: () => 'The e-mail address looks random before the @',
})
