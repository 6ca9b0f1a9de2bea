import type { ScoreTables } from './learning/tables.ts'

/** A model that scores beside the one that decides, without acting. */
export interface Challenger {
  readonly model: string
  readonly base: number
  readonly tables: ScoreTables
}
export type Challengers = Readonly<Record<'standard' | 'cod', Challenger | null>>

export const noChallengers: Challengers = { standard: null, cod: null }
