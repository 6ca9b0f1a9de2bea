import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** What became of the orders from this device. Identical phones collide, so it never declines alone. */
export const deviceOutcomes = confirmedOutcomes({
  kind: 'device',
  title: 'Bad outcomes with the same device',
  goodTitle: 'Good outcomes with the same device',
  family: 'device-outcomes',
  weight: 2,
})
