import type { Evidence, EvidenceValue } from './evidence.ts'
import { familyShares } from './families.ts'
import { binOf, correctionOf, type ScoreTable, type ScoreTables } from './learning/tables.ts'
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

interface Found extends Counted {
  readonly correction: number
  worth: number
}

/** What a policy says of one evidence, looked up once instead of with every order. */
interface Weighed {
  readonly place: number
  readonly evidence: Evidence
  readonly weight: number
  readonly table: ScoreTable | null
}

const weighedBy = new WeakMap<Weighing, readonly Weighed[]>()

const lookUp = ({ off, weights = {}, tables }: Weighing): readonly Weighed[] =>
  registry.flatMap((evidence, place) => {
    const { name } = evidence
    return off.includes(name)
      ? []
      : [{ place, evidence, weight: weights[name] ?? 1, table: tables?.tables[name] ?? null }]
  })

const weighedEach = (weighing: Weighing): readonly Weighed[] => {
  const known = weighedBy.get(weighing)
  if (known) return known
  const each = lookUp(weighing)
  weighedBy.set(weighing, each)
  return each
}

/** A value that this evidence could not have read is worth nothing, also to a table. */
const learnedOf = (table: ScoreTable, value: EvidenceValue): number =>
  value === null || binOf(table, value) !== -1 ? correctionOf(table, value) : 0

/** Most evidence says nothing about most orders: only what does goes further. */
function foundIn(values: EvidenceValues, weighing: Weighing): Found[] {
  const found: Found[] = []
  const each = weighedEach(weighing)
  for (let index = 0; index < each.length; index++) {
    const weighed = each[index]
    if (!weighed) continue
    const { evidence, weight, table } = weighed
    const value = values[weighed.place] ?? null
    if (value === null && table === null) continue
    const prior = value === null ? 0 : pointsOf(evidence, value) * weight
    const correction = table === null ? 0 : learnedOf(table, value)
    if (prior !== 0 || correction !== 0 || (value !== null && evidence.informs === true)) {
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
