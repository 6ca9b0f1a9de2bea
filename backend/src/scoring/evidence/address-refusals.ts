import { refusalsAtDoor } from '../refusals-at-door.ts'

/** Parcels come back from the same people again and again. */
export const addressRefusals = refusalsAtDoor({
  kind: 'address',
  title: 'Parcels refused before, same postal address',
  goodTitle: 'Parcels taken in before, same postal address',
  weight: 4,
})
