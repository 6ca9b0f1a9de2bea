import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** What became of the orders of this phone number. */
export const phoneOutcomes = confirmedOutcomes({
  kind: 'phone',
  title: 'Bad outcomes with the same phone',
  goodTitle: 'Good outcomes with the same phone',
  family: 'outcomes',
  weight: 2,
})
