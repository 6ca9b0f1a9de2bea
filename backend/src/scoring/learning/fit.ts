import { correctionsOn, type Feature } from './features.ts'
import { logOddsPerPoint } from './log-odds.ts'
import type { Matrix } from './matrix.ts'
import { monotone } from './monotone.ts'
import { binCount, type ScoreTable, type ScoreTables } from './tables.ts'
import { solveTridiagonal } from './tridiagonal.ts'

export interface FitOptions {
  /** Pulls every correction to 0: this many times p(1-p) of evidence is worth as much as the expert. */
  readonly lambda: number
  /** Pulls neighbouring bins together. */
  readonly smooth: number
  readonly passes: number
  /** Pulls the start to what is given: 5,000 orders at 1%, as in `baseOf`. */
  readonly startPull: number
  /** A missing value may speak for an order. Off: unknown never counts as good. */
  readonly missingMayGain: boolean
  /** Where to begin, e.g. at yesterday's corrections: the same end is reached in fewer passes. */
  readonly begin?: Fit
  /** Called after each pass with the share that is done. */
  readonly onProgress?: (share: number) => void
}

/** docs/adr/0017-penalty-of-the-fit.md and 0021; no early stopping is needed with them. */
export const defaultFit: FitOptions = {
  ...{ lambda: 2, smooth: 20, passes: 8 },
  startPull: 50,
  missingMayGain: false,
}

/** In log-odds of bad: more is worse. */
export interface Fit {
  /** Added to every order. */
  readonly start: number
  /** Per feature and bin, missing last; on top of the offset. */
  readonly corrections: readonly Float64Array[]
}

const longestStep = 1
const startSteps = 6

/** What the walk before has computed and not yet applied. */
interface Pending {
  readonly before: Uint8Array
  readonly step: Float64Array
}

interface State {
  readonly eta: Float64Array
  readonly gradient: Float64Array
  readonly curvature: Float64Array
}

/** One walk over the orders: applies the step of the column before, and sums what the next column needs. */
function walk(
  { orders, bad, weight }: Matrix,
  { eta, gradient, curvature }: State,
  { before, step, column }: Pending & { readonly column: Uint8Array },
): void {
  gradient.fill(0)
  curvature.fill(0)
  for (let row = 0; row < orders; row++) {
    const moved = (eta[row] as number) + (step[before[row] as number] as number)
    eta[row] = moved
    const chance = 1 / (1 + Math.exp(-moved))
    const worth = weight[row] as number
    const bin = column[row] as number
    gradient[bin] = (gradient[bin] as number) + worth * ((bad[row] as number) - chance)
    curvature[bin] = (curvature[bin] as number) + worth * chance * (1 - chance)
  }
}

const noCorrections = (feature: Feature): Float64Array => new Float64Array(binCount(feature) + 1)

const isVarying = (column: Uint8Array): boolean => column.some((bin) => bin !== column[0])

const cutStep = (step: number): number => Math.min(longestStep, Math.max(-longestStep, step))

/** The penalised Newton step of one table; missing and categories have no neighbours. */
function stepOf(feature: Feature, { gradient, curvature }: State, at: Float64Array, options: FitOptions): Float64Array {
  const { lambda, smooth } = options
  const bins = binCount(feature)
  const pull = feature.ordered ? smooth : 0
  const size = bins + 1
  const [diagonal, right] = [new Float64Array(size), new Float64Array(size)]
  for (let bin = 0; bin < size; bin++) {
    const own = at[bin] ?? 0
    const isNumber = bin < bins
    const left = isNumber && bin > 0 ? own - (at[bin - 1] ?? 0) : 0
    const next = isNumber && bin < bins - 1 ? own - (at[bin + 1] ?? 0) : 0
    const neighbours = isNumber ? Number(bin > 0) + Number(bin < bins - 1) : 0
    diagonal[bin] = (curvature[bin] ?? 0) + lambda + pull * neighbours
    right[bin] = (gradient[bin] ?? 0) - lambda * own - pull * (left + next)
  }
  const step = solveTridiagonal(diagonal, right, pull, bins)
  for (let bin = 0; bin < size; bin++) step[bin] = cutStep(step[bin] ?? 0)
  // Log-odds of bad: below 0 would be a gain.
  if (!options.missingMayGain) step[bins] = Math.max(step[bins] ?? 0, -(at[bins] ?? 0))
  return step
}

/**
 * Corrections that maximise the likelihood less their penalties, table after table by one Newton step each, with the
 * scorecard (or the level below) as offset. The same orders give the same bytes.
 */
export function fitTables(matrix: Matrix, offset: Float64Array, options: FitOptions = defaultFit): Fit {
  const { orders, features, columns } = matrix
  const most = Math.max(2, ...features.map((feature) => binCount(feature) + 1))
  const { begin } = options
  const corrections = features.map((feature, at) => begin?.corrections[at]?.slice() ?? noCorrections(feature))
  let start = begin?.start ?? 0
  const eta = (begin ? withCorrections(matrix, offset, corrections) : offset).map((sum) => sum + start)
  const state: State = { eta, gradient: new Float64Array(most), curvature: new Float64Array(most) }
  const all = new Uint8Array(orders)
  // One that never varies is the start by another name.
  const varying = features.flatMap((feature, index) =>
    feature.fixed !== true && isVarying(columns[index] ?? all) ? [{ feature, index }] : [],
  )
  let pending: Pending = { before: all, step: new Float64Array(most) }

  const moveStart = (): void => {
    walk(matrix, state, { ...pending, column: all })
    const [gradient = 0, curvature = 0] = [state.gradient[0], state.curvature[0]]
    const step = cutStep((gradient - options.startPull * start) / (curvature + options.startPull))
    start += step
    pending = { before: all, step: new Float64Array(most).fill(step) }
  }
  const moveTable = (index: number, feature: Feature): void => {
    const [column, at] = [columns[index] ?? all, corrections[index] ?? new Float64Array(1)]
    walk(matrix, state, { ...pending, column })
    const wanted = stepOf(feature, state, at, options).map((step, bin) => (at[bin] ?? 0) + step)
    const next = asDirected(feature, matrix.shares[index] ?? 1, wanted, state.curvature, options)
    const step = next.map((value, bin) => value - (at[bin] ?? 0))
    at.set(next)
    pending = { before: column, step }
  }

  for (let again = 0; again < startSteps; again++) moveStart()
  for (let pass = 0; pass < options.passes; pass++) {
    moveStart()
    for (const { feature, index } of varying) moveTable(index, feature)
    options.onProgress?.((pass + 1) / options.passes)
  }
  return { start, corrections }
}

/**
 * Expert points and correction together never turn back where the evidence says that more is worse, or better. Held in
 * every pass, so that the tables after it make up for what one may not say; bins count by what they know of the outcome.
 */
function asDirected(
  feature: Feature,
  share: number,
  corrections: Float64Array,
  curvature: Float64Array,
  { lambda }: FitOptions,
): Float64Array {
  if (feature.direction === 'none') return corrections
  const weights = curvature.slice(0, binCount(feature)).map((known) => known + lambda)
  return monotone({ feature, share, weights, corrections })
}

/** The log-odds of each order when these tables are added to what is given. */
export function withTables(matrix: Matrix, offset: Float64Array, tables: ScoreTables | null): Float64Array {
  if (!tables) return offset
  const corrections = matrix.features.map((feature) => {
    const table = (feature.custom ? tables.custom : tables.tables)[feature.name]
    return correctionsOn(feature, table).map((points) => points * logOddsPerPoint)
  })
  return withCorrections(matrix, offset, corrections)
}

export function withCorrections(
  { orders, columns }: Matrix,
  offset: Float64Array,
  corrections: readonly Float64Array[],
): Float64Array {
  const sums = offset.slice()
  columns.forEach((column, index) => {
    const at = corrections[index]
    if (!at) return
    for (let row = 0; row < orders; row++) sums[row] = (sums[row] as number) + (at[column[row] as number] as number)
  })
  return sums
}

/** Two decimals: far finer than a point, and the same text everywhere. */
const asPoints = (logOdds: number): number => Math.round((logOdds / logOddsPerPoint) * 100) / 100 || 0

/** Corrections as tables in points; `below` are those that the fit stood on. */
export function tablesFrom(matrix: Matrix, fit: Pick<Fit, 'corrections'>, below: ScoreTables | null) {
  const made = { tables: {} as Record<string, ScoreTable>, custom: {} as Record<string, ScoreTable> }
  matrix.features.forEach((feature, index) => {
    const group = feature.custom ? 'custom' : 'tables'
    const under = correctionsOn(feature, below?.[group][feature.name])
    const points = Array.from(fit.corrections[index] ?? [], (value, bin) => {
      return asPoints(value + (under[bin] ?? 0) * logOddsPerPoint)
    })
    const [missing = 0] = points.splice(-1)
    const { edges, categories } = feature
    if (missing !== 0 || points.some((value) => value !== 0)) {
      made[group][feature.name] = { edges, categories, corrections: points, missing }
    }
  })
  return made
}
