import type { Evidence, EvidenceValue } from './evidence.ts'
import { familyShares } from './families.ts'
import { binOf, correctionOf, type ScoreTables } from './learning/tables.ts'
import type { EvidenceValues } from './measure.ts'
import { pointsOf } from './points.ts'
import { registry } from './registry.ts'

/** What a policy says of the worth of evidence. */
export interface Weighing {
  /** Evidence names that count for nothing in this store. */
  readonly off: readonly string[]
  /** By evidence name: multiplies the expert points; 1 where none is named. */
  readonly weights?: Readonly<Record<string, number>>
  /** Learned corrections; none: expert points alone. */
  readonly tables?: ScoreTables | null
}

export interface Counted {
  readonly evidence: Evidence
  readonly value: EvidenceValue
  readonly family: string
  readonly prior: number
  /** scale * (discount * prior + correction), unrounded. */
  readonly worth: number
}

/** A value that this evidence could not have read is worth nothing, also to a table. */
const learnedOf = (tables: ScoreTables | null, evidence: Evidence, value: EvidenceValue): number => {
  const table = tables?.tables[evidence.name]
  return table && (value === null || binOf(table, value) !== -1) ? correctionOf(table, value) : 0
}

interface Found extends Counted {
  readonly correction: number
  worth: number
}

const nothingOff: ReadonlySet<string> = new Set()
const noWeights: Readonly<Record<string, number>> = {}

/** Most evidence says nothing about most orders: only what does goes further. */
function foundIn(values: EvidenceValues, { off: names, weights = noWeights, tables = null }: Weighing): Found[] {
  const off = names.length === 0 ? nothingOff : new Set(names)
  const found: Found[] = []
  for (let index = 0; index < registry.length; index++) {
    const value = values[index] ?? null
    const evidence = registry[index]
    if (!evidence || (value === null && !tables) || off.has(evidence.name)) continue
    const prior = value === null ? 0 : pointsOf(evidence, value) * (weights[evidence.name] ?? 1)
    const correction = learnedOf(tables, evidence, value)
    const informs = value !== null && evidence.informs === true
    if (prior !== 0 || correction !== 0 || informs) {
      found.push({ evidence, value, family: evidence.family, prior, correction, worth: 0 })
    }
  }
  return found
}

/**
 * What each stored value is worth, in registry order. The discount within a family comes from the expert points alone, so
 * that without corrections nothing is different. Written for speed: every order passes here, and in a backtest all of them.
 */
export function countedOf(values: EvidenceValues, weighing: Weighing): Counted[] {
  const found = foundIn(values, weighing)
  const shares = familyShares(found)
  const scale = weighing.tables?.scale ?? 1
  for (let index = 0; index < found.length; index++) {
    const seen = found[index]
    if (seen) seen.worth = scale * (seen.prior * (shares[index] ?? 1) + seen.correction)
  }
  return found
}
