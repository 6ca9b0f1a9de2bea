import { hash } from 'node:crypto'

/** Named by each order. A change that gives any value another form is a new version, with new vectors. */
export const normaliserVersion = 1

/** One value in the form that is hashed. `flagged`: it could not be normalised and stands as it was given. */
export interface Normalised {
  readonly value: string
  readonly flagged: boolean
}

export const normalised = (value: string): Normalised => ({ value, flagged: false })

/** Never dropped: a thief's malformed address comes back malformed. */
export const asGiven = (value: string): Normalised => ({ value, flagged: true })

export const sha256 = (value: string): Buffer => hash('sha256', value, 'buffer')
