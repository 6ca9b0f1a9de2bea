import { calibrate, shiftOf, shifted } from './calibrate.ts'
import { fitTables, tablesFrom, withTables, type FitOptions } from './fit.ts'
import { matured, type Slices } from './later-slice.ts'
import { baseOfShift, logOddsOfSum, logOddsPerPoint, pivotRates } from './log-odds.ts'
import type { Matrix } from './matrix.ts'
import { aucOf, measuresOf, tiesOf, type Measures, type Scored } from './measures.ts'
import { scoreTables, type ScoreTables } from './tables.ts'

export type LearnedLevel = 'scorecard' | 'network' | 'store' | 'calibrated'

/** What decides an order: its start, and what evidence is worth. */
export interface Decider {
  /** null: expert points alone. */
  readonly tables: ScoreTables | null
  readonly base: number
}

/** Later orders, and what each decider stated of them: log-odds of bad. None was fitted on these orders. */
export interface Trial {
  readonly late: Matrix
  readonly from: number
  readonly scorecard: Float64Array
  readonly champion: Float64Array
  readonly model: Float64Array
}

export interface Proof {
  readonly isStoreBetter: boolean
  /** 1: calibration did not prove itself. */
  readonly scale: number
  /** Each level at its own best start, so that ranking and spread are compared, and not who guessed the base rate. */
  readonly levels: Readonly<Partial<Record<LearnedLevel, Measures>>>
  readonly trial: Trial
}

export interface ProofOptions {
  readonly network: ScoreTables | null
  readonly champion: Decider | null
  readonly pivotRate: number
  readonly fit: FitOptions
}

export const scoredOf = ({ bad, weight }: Matrix, risk: Float64Array): Scored => ({ risk, bad, weight })

const atBest = (scored: Scored): Scored => shifted(scored, shiftOf(scored, 1))

const lossesOf = ({ risk, bad }: Scored): Float64Array =>
  risk.map((logOdds, row) => Math.log1p(Math.exp(bad[row] === 1 ? -logOdds : logOdds)))

/** Better on later orders, by more than the noise of the difference; a ranking that got worse is not better. */
export function beats(better: Scored, worse: Scored): boolean {
  const [after, before] = [lossesOf(atBest(better)), lossesOf(atBest(worse))]
  let [total, sum, squares] = [0, 0, 0]
  after.forEach((loss, row) => {
    const worth = better.weight[row] ?? 0
    const gain = (before[row] ?? 0) - loss
    total += worth
    sum += worth * gain
    squares += worth * gain * gain
  })
  const mean = sum / total
  const noise = Math.sqrt(Math.max(0, squares / total - mean * mean) / after.length)
  const [aucAfter, aucBefore] = [aucOf(tiesOf(better)) ?? 0, aucOf(tiesOf(worse)) ?? 0]
  return mean > noise && aucAfter > aucBefore - 0.002
}

/** What these tables state of each order at base 70; the scale counts from there. */
export function statedBy(
  matrix: Matrix,
  tables: ScoreTables | null,
  pivotRate: number = pivotRates.standard,
): Float64Array {
  const risk = withTables(matrix, matrix.offset, tables)
  const scale = tables?.scale ?? 1
  const middle = logOddsOfSum(70, pivotRate)
  return scale === 1 ? risk : risk.map((logOdds) => middle + scale * (logOdds - middle))
}

export const riskBy = (matrix: Matrix, { tables, base }: Decider, pivotRate?: number): Float64Array => {
  const start = (base - 70) * logOddsPerPoint
  return statedBy(matrix, tables, pivotRate).map((risk) => risk + start)
}

/** The start at which as many bad orders are stated as were seen, read from days that know both outcomes. */
export function baseFor(matrix: Matrix, tables: ScoreTables | null, pivotRate?: number): number {
  const known = matured(matrix)
  return baseOfShift(shiftOf(scoredOf(known, statedBy(known, tables, pivotRate))))
}

/** Enough bad orders in the later slice to fit two numbers on its first half and try them on the second. */
const enoughToCalibrate = 40

/** Rows of a later slice are in the order of time. */
function provenScale(best: Scored, around: number): number {
  const bad = best.bad.reduce((total, one) => total + one, 0)
  if (bad < enoughToCalibrate) return 1
  const middle = Math.floor(best.risk.length / 2)
  const part = (from: number, to: number): Scored => ({
    risk: best.risk.subarray(from, to),
    bad: best.bad.subarray(from, to),
    weight: best.weight.subarray(from, to),
  })
  const [first, second] = [part(0, middle), part(middle, best.risk.length)]
  const { scale } = calibrate(atBest(first), around)
  return beats(scaled(second, scale), second) ? scale : 1
}

const scaled = (scored: Scored, scale: number): Scored => ({
  ...scored,
  risk: scored.risk.map((risk) => risk * scale),
})

/** Fits on the earlier orders, and keeps each level only if it beats the one below on the later ones. */
export function prove({ early, late, from }: Slices, options: ProofOptions): Proof {
  const { network, champion, pivotRate, fit } = options
  const below = { scale: 1, tables: network?.tables ?? {}, custom: network?.custom ?? {} }
  const fitted = {
    scale: 1,
    ...tablesFrom(early, fitTables(early, withTables(early, early.offset, network), fit), network),
  }
  const at = (contents: typeof fitted, scale = 1) => scoreTables('proof', { ...contents, scale })
  const onLate = (tables: ScoreTables | null) => scoredOf(late, statedBy(late, tables, pivotRate))
  const isStoreBetter = beats(onLate(at(fitted)), onLate(network && at(below)))
  const best = isStoreBetter ? fitted : below
  const scale = provenScale(onLate(at(best)), logOddsOfSum(70, pivotRate))
  const decider = (tables: ScoreTables | null): Decider => ({ tables, base: baseFor(early, tables, pivotRate) })
  const riskOf = (one: Decider) => riskBy(late, one, pivotRate)
  const measured = (tables: ScoreTables | null) => measuresOf(atBest(onLate(tables)))
  return {
    ...{ isStoreBetter, scale },
    levels: {
      scorecard: measured(null),
      ...(network && { network: measured(at(below)) }),
      store: measured(at(fitted)),
      ...(scale !== 1 && { calibrated: measured(at(best, scale)) }),
    },
    trial: {
      ...{ late, from },
      scorecard: riskOf(decider(null)),
      champion: riskOf(champion ?? decider(null)),
      model: riskOf(decider(at(best, scale))),
    },
  }
}
