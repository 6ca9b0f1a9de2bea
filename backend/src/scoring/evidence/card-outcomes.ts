import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** A card that was reported once is mostly reported again. */
export const cardOutcomes = confirmedOutcomes({
  kind: 'card',
  title: 'Bad outcomes with the same card',
  goodTitle: 'Good outcomes with the same card',
  family: 'outcomes',
  weight: 2,
})
