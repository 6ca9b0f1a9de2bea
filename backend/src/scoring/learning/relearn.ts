import { correctionsOn } from './features.ts'
import { defaultFit, fitTables, tablesFrom, withTables, type Fit } from './fit.ts'
import type { Learned, LearnOptions } from './learn.ts'
import { logOddsPerPoint } from './log-odds.ts'
import type { Matrix } from './matrix.ts'
import { baseFor } from './prove.ts'
import { scoreTables, type ScoreTables } from './tables.ts'

/** From where yesterday's fit ended, two passes end within a hundredth of a point of where eight from nothing do. */
const passes = 2

const fitOf = ({ features }: Matrix, { tables, custom }: ScoreTables, below: ScoreTables | null): Fit => ({
  start: 0,
  corrections: features.map((feature) => {
    const group = feature.custom ? 'custom' : 'tables'
    const under = correctionsOn(feature, below?.[group][feature.name])
    const own = correctionsOn(feature, (feature.custom ? custom : tables)[feature.name])
    return own.map((points, bin) => (points - (under[bin] ?? 0)) * logOddsPerPoint)
  }),
})

/** The same level, brought up to what is known by now without proving it again: for the days between two proofs. */
export function relearn(matrix: Matrix, before: Learned, options: Omit<LearnOptions, 'champion'>): Learned {
  const { id, network = null, pivotRate } = options
  const known = before.tables
  const isFitted = known !== null && before.level !== 'network' && before.level !== 'scorecard'
  const tables = isFitted ? scoreTables(id, { scale: known.scale, ...refitted(matrix, known, network) }) : known
  return {
    ...before,
    ...{ tables, base: baseFor(matrix, tables, pivotRate) },
    trainedOn: { orders: matrix.orders, bad: matrix.bad.reduce((total, one) => total + one, 0) },
  }
}

const refitted = (matrix: Matrix, known: ScoreTables, network: ScoreTables | null) => {
  const begin = fitOf(matrix, known, network)
  const offset = withTables(matrix, matrix.offset, network)
  return tablesFrom(matrix, fitTables(matrix, offset, { ...defaultFit, passes, begin }), network)
}
