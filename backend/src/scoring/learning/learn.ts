import { calibrate, shiftOf, shifted, type Calibration } from './calibrate.ts'
import { defaultFit, fitTables, tablesFrom, withCorrections, withTables, type FitOptions } from './fit.ts'
import { inTime, laterSlice, matured, type Slices } from './later-slice.ts'
import { baseOfShift, logOddsOfSum, pivotRates } from './log-odds.ts'
import type { Matrix } from './matrix.ts'
import { aucOf, measuresOf, tiesOf, type Measures, type Scored } from './measures.ts'
import { scoreTables, type ScoreTables } from './tables.ts'

export type LearnedLevel = 'scorecard' | 'network' | 'store' | 'calibrated'

export interface LearnOptions {
  readonly id: string
  /** Tables that stores share; they proved themselves where they were learned. */
  readonly network?: ScoreTables | null
  readonly pivotRate?: number
  readonly fit?: Partial<FitOptions>
  readonly onProgress?: (share: number) => void
}

export interface Learned {
  readonly level: LearnedLevel
  /** null: the scorecard stays as it is. */
  readonly tables: ScoreTables | null
  /** Where every order starts, so that as many bad orders are stated as were seen. */
  readonly base: number
  readonly trainedOn: { readonly orders: number; readonly bad: number }
  /** Each level on orders later than all it was fitted on, at its best start; null: too few to say. */
  readonly later: { readonly from: number; readonly levels: Readonly<Partial<Record<LearnedLevel, Measures>>> } | null
}

export const scoredOf = ({ bad, weight }: Matrix, risk: Float64Array): Scored => ({ risk, bad, weight })

/** At its own best start, so that ranking and spread are compared, and not who guessed the base rate. */
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

/** Enough bad orders in the later slice to fit two numbers on its first half and try them on the second. */
const enoughToCalibrate = 40

interface Proof {
  readonly level: 'below' | 'store'
  readonly calibration: Calibration | null
  readonly later: NonNullable<Learned['later']>
}

/** Fits on the earlier orders, and keeps each level only if it beats the one below on the later ones. */
function prove({ early, late, from }: Slices, options: LearnOptions, fit: FitOptions): Proof {
  const { network = null, pivotRate = pivotRates.standard } = options
  const below = scoredOf(late, withTables(late, late.offset, network))
  const fitted = fitTables(early, withTables(early, early.offset, network), fit)
  const store = scoredOf(late, withCorrections(late, below.risk, fitted.corrections))
  const level = beats(store, below) ? 'store' : 'below'
  const best = level === 'store' ? store : below
  const { calibration, calibrated } = proveCalibration(best, logOddsOfSum(70, pivotRate))
  const levels: Partial<Record<LearnedLevel, Measures>> = {
    scorecard: measuresOf(atBest(scoredOf(late, late.offset))),
    ...(network && { network: measuresOf(atBest(below)) }),
    store: measuresOf(atBest(store)),
    ...(calibrated && { calibrated: measuresOf(atBest(calibrated)) }),
  }
  return { level, calibration, later: { from, levels } }
}

/** Rows of a later slice are in the order of the training set, which is that of time. */
function proveCalibration(best: Scored, around: number): { calibration: Calibration | null; calibrated?: Scored } {
  const bad = best.bad.reduce((total, one) => total + one, 0)
  if (bad < enoughToCalibrate) return { calibration: null }
  const middle = Math.floor(best.risk.length / 2)
  const part = (from: number, to: number): Scored => ({
    risk: best.risk.subarray(from, to),
    bad: best.bad.subarray(from, to),
    weight: best.weight.subarray(from, to),
  })
  const [first, second] = [part(0, middle), part(middle, best.risk.length)]
  const tried = calibrate(atBest(first), around)
  const isBetter = beats(scaled(second, tried.scale), second)
  if (!isBetter) return { calibration: null }
  const calibration = calibrate(atBest(best), around)
  return { calibration, calibrated: scaled(best, calibration.scale) }
}

const scaled = (scored: Scored, scale: number): Scored => ({
  ...scored,
  risk: scored.risk.map((risk) => risk * scale),
})

/**
 * Learns from a training set, level by level: network tables, store corrections, two numbers of calibration. What does not
 * prove itself on later orders is left out; with too few of them that is everything, and the scorecard stays.
 */
export function learn(given: Matrix, options: LearnOptions): Learned {
  const matrix = inTime(given)
  const { network = null, onProgress } = options
  const fit: FitOptions = { ...defaultFit, ...options.fit }
  const half = (from: number) => (share: number) => onProgress?.(from + share / 2)
  const slices = laterSlice(matrix)
  const proof = slices ? prove(slices, options, { ...fit, onProgress: half(0) }) : null
  const scale = proof?.calibration?.scale ?? 1
  const contents =
    proof?.level === 'store'
      ? tablesFrom(matrix, fitAll(matrix, network, { ...fit, onProgress: half(0.5) }), network)
      : { tables: network?.tables ?? {}, custom: network?.custom ?? {} }
  const isPlain = proof?.level !== 'store' && !network && scale === 1
  const tables = isPlain ? null : scoreTables(options.id, { scale, ...contents })
  onProgress?.(1)
  return {
    level: scale !== 1 ? 'calibrated' : proof?.level === 'store' ? 'store' : network ? 'network' : 'scorecard',
    tables,
    base: baseFor(matrix, tables, options.pivotRate),
    trainedOn: { orders: matrix.orders, bad: matrix.bad.reduce((total, one) => total + one, 0) },
    later: proof?.later ?? null,
  }
}

const fitAll = (matrix: Matrix, network: ScoreTables | null, fit: FitOptions) =>
  fitTables(matrix, withTables(matrix, matrix.offset, network), fit)

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

function baseFor(matrix: Matrix, tables: ScoreTables | null, pivotRate?: number): number {
  const known = matured(matrix)
  return baseOfShift(shiftOf(scoredOf(known, statedBy(known, tables, pivotRate))))
}
