import { knownDays } from '../known-days.ts'

/** Accounts are opened for one order by good customers too. */
export const accountKnownDays = {
  ...knownDays({
    kind: 'account',
    thing: 'account',
    family: 'known',
    basis: 'judgement: likelihood ratios 1.07 when new, 0.75 after three months',
    points: [
      [0, -1],
      [1, 0],
      [30, 3],
      [90, 4],
    ],
  }),
  // What the store tells of the account's age has the plain codes.
  code: 'ACCOUNT_FIRST_ORDER',
  goodCode: 'ACCOUNT_ORDERED_BEFORE',
}
