import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** What became of the orders of this account. Taken over, it has a good past: gains are held low. */
export const accountOutcomes = confirmedOutcomes({
  kind: 'account',
  title: 'Bad outcomes with the same account',
  goodTitle: 'Good outcomes with the same account',
  family: 'outcomes',
  weight: 2,
})
