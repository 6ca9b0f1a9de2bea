import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** Households, offices and whole networks share an address: it takes many outcomes to say something. */
export const ipOutcomes = confirmedOutcomes({
  kind: 'ip',
  title: 'Bad outcomes with the same IP address',
  goodTitle: 'Good outcomes with the same IP address',
  family: 'outcomes',
  weight: 50,
})
