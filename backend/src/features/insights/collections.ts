import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Decision, RiskLevel } from '#contract/assessment.ts'

/** How many orders a reason lowered, and by how much in all. */
export type ReasonCounter = { readonly orders: number; readonly points: number }

/** Orders of one quarter hour (UTC) in one currency. No payload, nothing personal: outlives the orders it counts. */
export interface CounterDocument extends Document {
  /** When the quarter hour begins. */
  readonly at: number
  readonly currency: string
  readonly orders: number
  /** Minor units. */
  readonly amount: number
  readonly levels: Readonly<Partial<Record<RiskLevel, number>>>
  readonly decisions: Readonly<Partial<Record<Decision, number>>>
  readonly reasons: Readonly<Record<string, ReasonCounter>>
  /** What the last fold counted here: after a crash the same entries come again. */
  readonly last: readonly string[]
  readonly revision: number
}

export const counters = collection<CounterDocument>({
  name: 'counters',
  scope: 'merchant',
  fields: { at: 'number', revision: 'number' },
  indexes: [{ fields: ['at'] }],
})
