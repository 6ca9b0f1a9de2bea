import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** What became of the orders of this person. */
export const emailOutcomes = confirmedOutcomes({
  kind: 'email',
  title: 'Bad outcomes with the same e-mail',
  goodTitle: 'Good outcomes with the same e-mail',
  family: 'outcomes',
  weight: 2,
})
