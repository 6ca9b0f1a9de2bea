import { defaultFit, fitTables, tablesFrom, withTables, type FitOptions } from './fit.ts'
import { inTime, laterSlice } from './later-slice.ts'
import { pivotRates } from './log-odds.ts'
import type { Matrix } from './matrix.ts'
import { baseFor, prove, type Decider, type LearnedLevel, type Proof } from './prove.ts'
import { scoreTables, type ScoreTables } from './tables.ts'

export interface LearnOptions {
  readonly id: string
  /** Tables that stores share; they proved themselves where they were learned. */
  readonly network?: ScoreTables | null
  /** What decides today, and the time by which its labels were known: the trial begins no earlier. */
  readonly champion?: (Decider & { readonly cut: number }) | null
  readonly pivotRate?: number
  readonly fit?: Partial<FitOptions>
  readonly onProgress?: (share: number) => void
}

export interface Learned extends Decider {
  readonly level: LearnedLevel
  readonly trainedOn: { readonly orders: number; readonly bad: number }
  /** Each level on orders later than all it was fitted on; null: too few to say. */
  readonly later: Pick<Proof, 'levels' | 'trial'> | null
}

/**
 * Learns from a training set, level by level: network tables, store corrections, two numbers of calibration. What does not
 * prove itself on later orders is left out; with too few of them that is everything, and the scorecard stays.
 */
export function learn(given: Matrix, options: LearnOptions): Learned {
  const { network = null, champion = null, pivotRate = pivotRates.standard, onProgress } = options
  const matrix = inTime(given)
  const fitFrom = (from: number): FitOptions => ({
    ...defaultFit,
    ...options.fit,
    onProgress: (share) => onProgress?.(from + share / 2),
  })
  const slices = laterSlice(matrix, champion?.cut)
  const proof = slices && prove(slices, { network, champion, pivotRate, fit: fitFrom(0) })
  const isLearned = proof?.isStoreBetter === true
  const scale = proof?.scale ?? 1
  const contents = isLearned ? learned(matrix, network, fitFrom(0.5)) : plain(network)
  const isScorecard = !isLearned && !network && scale === 1
  const tables = isScorecard ? null : scoreTables(options.id, { scale, ...contents })
  onProgress?.(1)
  return {
    level: scale !== 1 ? 'calibrated' : isLearned ? 'store' : network ? 'network' : 'scorecard',
    ...{ tables, base: baseFor(matrix, tables, pivotRate) },
    trainedOn: { orders: matrix.orders, bad: matrix.bad.reduce((total, one) => total + one, 0) },
    later: proof && { levels: proof.levels, trial: proof.trial },
  }
}

const plain = (network: ScoreTables | null) => ({ tables: network?.tables ?? {}, custom: network?.custom ?? {} })

const learned = (matrix: Matrix, network: ScoreTables | null, fit: FitOptions) =>
  tablesFrom(matrix, fitTables(matrix, withTables(matrix, matrix.offset, network), fit), network)
