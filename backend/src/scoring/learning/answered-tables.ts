import type { EvidenceValue } from '../evidence.ts'
import type { EvidenceValues } from '../measure.ts'
import { registry } from '../registry.ts'
import { binOf, correctionOf, type ScoreTable, type ScoreTables } from './tables.ts'

/** What a model says of one order: points per evidence, where they are not 0. */
export interface ModelAnswer {
  readonly id: string
  readonly hash: string
  readonly scale: number
  readonly points: Readonly<Record<string, number>>
  readonly custom: Readonly<Record<string, number>>
}

type CustomInputs = Readonly<Record<string, EvidenceValue>>

/** A value of another type than the table's is worth nothing, as in the judge. */
const worthOf = (table: ScoreTable | undefined, value: EvidenceValue): number =>
  table && (value === null || binOf(table, value) !== -1) ? correctionOf(table, value) : 0

/** Looks the points of one order up, for whoever judges elsewhere. */
export function answerOf(tables: ScoreTables, values: EvidenceValues, custom: CustomInputs): ModelAnswer {
  const { id, hash, scale } = tables
  const points: Record<string, number> = {}
  registry.forEach(({ name }, index) => {
    const worth = worthOf(tables.tables[name], values[index] ?? null)
    if (worth !== 0) points[name] = worth
  })
  const own: Record<string, number> = {}
  for (const [name, table] of Object.entries(tables.custom)) {
    const worth = worthOf(table, custom[name] ?? null)
    if (worth !== 0) own[name] = worth
  }
  return { id, hash, scale, points, custom: own }
}

/** A table that knows one order: whatever is looked up has these points. */
const flat = (points: number, value: EvidenceValue | undefined): ScoreTable => {
  const categories = typeof value === 'string' || typeof value === 'boolean' ? [] : null
  return { edges: [], categories, corrections: [points], missing: points }
}

/** Tables that give this order, and no other, the points of the whole model: so that one judge serves both. */
export function tablesOf(answer: ModelAnswer, values: EvidenceValues, custom: CustomInputs): ScoreTables {
  const { id, hash, scale, points } = answer
  const tables: Record<string, ScoreTable> = {}
  registry.forEach(({ name }, index) => {
    const worth = points[name]
    if (worth !== undefined) tables[name] = flat(worth, values[index])
  })
  const own = Object.entries(answer.custom).map(([name, worth]) => [name, flat(worth, custom[name])] as const)
  return { id, hash, scale, tables, custom: Object.fromEntries(own) }
}
