import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** A household shares it, and so does a parcel station: worth less than a person. */
export const addressOutcomes = confirmedOutcomes({
  kind: 'address',
  title: 'Bad outcomes with the same postal address',
  goodTitle: 'Good outcomes with the same postal address',
  family: 'outcomes',
  weight: 6,
})
