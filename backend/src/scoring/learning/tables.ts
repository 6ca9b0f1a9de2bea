import { hash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'
import type { EvidenceValue } from '../evidence.ts'

/** What was learned of one evidence: points to add to its expert points, per bin. */
export interface ScoreTable {
  /** Lower bounds of the bins after the first, ascending: bin 0 lies below all of them. Empty where bins are categories. */
  readonly edges: readonly number[]
  /** Names of choices, `true` and `false` for flags; the bin after the last is for any other. null where bins are numbers. */
  readonly categories: readonly string[] | null
  /** Points per bin: one more than there are edges, or categories. */
  readonly corrections: readonly number[]
  /** Points when the value is missing; never a gain. */
  readonly missing: number
}

/** A model as the judge uses it: points = round(scale * (discount * expert points + correction)). */
export interface ScoreTables {
  readonly id: string
  /** SHA-256 of everything that decides: two models with the same hash give the same points. */
  readonly hash: string
  /** Steeper or flatter than the expert scale, by calibration; 1 leaves it. */
  readonly scale: number
  /** By evidence name. An evidence without a table keeps its expert points. */
  readonly tables: Readonly<Record<string, ScoreTable>>
  /** By name of a custom input. They have no expert points. */
  readonly custom: Readonly<Record<string, ScoreTable>>
}

type Contents = Pick<ScoreTables, 'scale' | 'tables' | 'custom'>

export const tablesHash = ({ scale, tables, custom }: Contents): string =>
  hash('sha256', canonicalJson({ scale, tables, custom }), 'hex')

export const scoreTables = (id: string, contents: Contents): ScoreTables => {
  const { scale, tables, custom } = contents
  return { id, hash: tablesHash(contents), scale, tables, custom }
}

type Bins = Pick<ScoreTable, 'edges' | 'categories'>

/** How many bins a table has, the one for missing values not counted. */
export const binCount = ({ edges, categories }: Bins): number => (categories ?? edges).length + 1

/** The bin of a stored value; -1 when it is missing or of another type than the bins. */
export function binOf(bins: Bins, value: EvidenceValue | undefined): number {
  const { edges, categories } = bins
  if (value === null || value === undefined) return -1
  if (categories) {
    const place = typeof value === 'number' ? -2 : categories.indexOf(String(value))
    return place === -1 ? categories.length : place === -2 ? -1 : place
  }
  return typeof value === 'number' && Number.isFinite(value) ? binBelow(edges, value) : -1
}

/** How many edges the value has reached. */
function binBelow(edges: readonly number[], value: number): number {
  let from = 0
  let to = edges.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (value >= (edges[middle] ?? Infinity)) from = middle + 1
    else to = middle
  }
  return from
}

/** Points that a table adds for a stored value; 0 without a table. */
export function correctionOf(table: ScoreTable | undefined, value: EvidenceValue | undefined): number {
  if (!table) return 0
  const bin = binOf(table, value)
  return bin === -1 ? table.missing : (table.corrections[bin] ?? 0)
}
