import { tallyOf } from '../tally-of.ts'

/** Orders of others, bad, that shared an identifier with an earlier one of these. */
export const accountLinkedBad = tallyOf({
  kind: 'account',
  of: 'linked',
  name: 'linked_bad',
  title: 'Bad orders linked with the same account',
  family: 'outcomes',
  did: 'linked with bad ones',
  basis: 'judgement: likelihood ratios 2, 3 and 4; one step further than its own outcomes',
  points: [
    [1, -10],
    [2, -16],
    [4, -20],
  ],
})
