import { refusalsAtDoor } from '../refusals-at-door.ts'

/** Parcels come back from the same people again and again. */
export const emailRefusals = refusalsAtDoor({
  kind: 'email',
  title: 'Parcels refused before, same e-mail',
  goodTitle: 'Parcels taken in before, same e-mail',
  weight: 2,
})
