import { refusalsAtDoor } from '../refusals-at-door.ts'

/** Parcels come back from the same people again and again. */
export const phoneRefusals = refusalsAtDoor({
  kind: 'phone',
  title: 'Parcels refused before, same phone',
  goodTitle: 'Parcels taken in before, same phone',
  weight: 2,
})
