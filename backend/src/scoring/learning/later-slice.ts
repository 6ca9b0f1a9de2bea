import { rowsWhere, selectRows, type Matrix } from './matrix.ts'

/** A training set cut in time: what came first, and what is held out. Never at random. */
export interface Slices {
  readonly early: Matrix
  readonly late: Matrix
  /** Orders received after this are in the later slice. */
  readonly from: number
}

/** Fewer of either kind than this, in either slice, say nothing about a level. */
const fewest = { bad: 5, good: 25 }
const latePart = 0.3

const sortedTimes = ({ at, bad }: Matrix, kind: 0 | 1): Float64Array => at.filter((_, row) => bad[row] === kind).sort()

const has = (matrix: Matrix): boolean => {
  const bad = matrix.bad.reduce((total, one) => total + one, 0)
  return bad >= fewest.bad && matrix.orders - bad >= fewest.good
}

/**
 * The latest 30% by time of those days from which both kinds of outcome are known: frauds are told in weeks, silence is good
 * after months, so the newest days know bad orders alone and would flatter whatever expects more of them. It begins no earlier
 * than `notBefore`: what the model in force was trained on would flatter that one.
 */
export function laterSlice(matrix: Matrix, notBefore = -Infinity): Slices | null {
  const good = sortedTimes(matrix, 0)
  const end = good.at(-1)
  if (end === undefined) return null
  const times = matrix.at.filter((at) => at <= end).sort()
  const from = Math.max(times[Math.floor(times.length * (1 - latePart))] ?? end, notBefore)
  const early = selectRows(
    matrix,
    rowsWhere(matrix, (row) => (matrix.at[row] ?? 0) <= from),
  )
  const late = selectRows(
    matrix,
    rowsWhere(matrix, (row) => (matrix.at[row] ?? 0) > from && (matrix.at[row] ?? 0) <= end),
  )
  return has(early) && has(late) ? { early, late, from } : null
}

/** Orders of days from which both outcomes are known: what rates are read from. */
export function matured(matrix: Matrix): Matrix {
  const end = sortedTimes(matrix, 0).at(-1) ?? -Infinity
  return selectRows(
    matrix,
    rowsWhere(matrix, (row) => (matrix.at[row] ?? 0) <= end),
  )
}

/** The same orders, oldest first. */
export function inTime(matrix: Matrix): Matrix {
  const { at } = matrix
  if (at.every((time, row) => row === 0 || time >= (at[row - 1] ?? 0))) return matrix
  return selectRows(
    matrix,
    Uint32Array.from(at, (_, row) => row).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b),
  )
}
