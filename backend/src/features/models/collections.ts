import type { GateResult, ModelCard, ModelDetail, ModelLevel, ModelMeasures, ModelState } from '#contract/console.ts'
import { asJson, collection, type Document, type Json } from '../../platform/documents/collection.ts'
import type { ScoreTables } from '../../scoring/learning/tables.ts'
import type { CardParts } from './train.ts'

/**
 * A model of one store and card: counts and points per bin, no order and nobody's data. Tables are never changed; what
 * becomes of it (state, gate, shadow) is.
 */
export interface ModelDocument {
  readonly id: string
  readonly card: ModelCard
  readonly number: number
  readonly level: ModelLevel
  readonly state: ModelState
  readonly created_at: number
  readonly cut: number
  readonly base: number
  readonly tables: ScoreTables
  /** Network tables that it stands on; null: this store's own labels alone. */
  readonly network: string | null
  readonly trained_on: { readonly orders: number; readonly bad: number }
  readonly measures: ModelMeasures
  readonly gate: GateResult
  readonly parts: CardParts
  readonly left_out: ModelDetail['left_out']
  /** Shares of orders per bin that it was trained on. */
  readonly population: Readonly<Record<string, readonly number[]>>
  /** New orders scored beside the champion, by change of decision, as `approve>review`. */
  readonly shadow: {
    readonly orders: number
    readonly changed: number
    readonly changes: Readonly<Record<string, number>>
  }
  /** Subjects of the last fold: after a crash the same entries come again. */
  readonly last: readonly string[]
  readonly promoted_at: number | null
  readonly promoted_by: string | null
  readonly revision: number
}

export const models = collection<ModelDocument & Document>({
  name: 'models',
  scope: 'merchant',
  sealed: true,
  fields: { card: 'string', state: 'string', number: 'number', created_at: 'number', revision: 'number' },
  indexes: [
    { fields: ['card', 'number'], unique: true },
    { fields: ['created_at'] },
    { fields: ['state', 'created_at'], acrossMerchants: true },
  ],
})

/** Of the store: whether challengers are promoted by themselves, and when it is trained next. */
export interface LearningDocument {
  readonly id: string
  readonly automatic: boolean
  readonly due_at: number
  readonly training: {
    readonly state: 'idle' | 'asked' | 'running' | 'done' | 'failed'
    readonly progress: number
    readonly text: string
    readonly asked_at: number | null
    readonly finished_at: number | null
  }
  readonly drift: {
    readonly at: number
    readonly rows: readonly { readonly evidence: string; readonly stability: number }[]
  } | null
  readonly chargebacks: Chargebacks | null
  readonly revision: number
}

/** Orders received in the last 30 days, and what was known of them. */
export interface Chargebacks {
  readonly from: number
  readonly to: number
  readonly orders: number
  readonly bad: number
  readonly amounts: Readonly<Record<string, { readonly amount: number; readonly bad: number }>>
}

export const learning = collection<LearningDocument & Document>({
  name: 'learning',
  scope: 'merchant',
  fields: { due_at: 'number', revision: 'number' },
  indexes: [{ fields: ['due_at'], acrossMerchants: true }],
})
export const learningId = 'learning'

/** All of it is JSON; the compiler cannot see that through interfaces of other rooms. */
export const asModelRow = (document: ModelDocument): ModelDocument & Document => document as ModelDocument & Document
export const asLearningRow = (document: LearningDocument): LearningDocument & Document =>
  document as LearningDocument & Document

/** The same for what is set. */
export const asSet = (fields: object): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asJson(value)]))

/** What stores that share have taught together: no store, no order, no value in it. */
export interface NetworkModelDocument {
  readonly id: string
  readonly card: ModelCard
  readonly created_at: number
  readonly tables: ScoreTables
  /** On later orders of all of them. */
  readonly gate: GateResult
  readonly stores: number
  readonly orders: number
  readonly bad: number
}
export const networkModels = collection<NetworkModelDocument & Document>({
  name: 'network_models',
  scope: 'network',
  fields: { card: 'string', created_at: 'number' },
  indexes: [{ fields: ['card', 'created_at'] }],
})
