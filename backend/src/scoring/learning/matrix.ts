import type { Weighing } from '../counted.ts'
import type { EvidenceValues } from '../measure.ts'
import { registry } from '../registry.ts'
import { createExpert } from './expert.ts'
import { createCustomColumns } from './custom-columns.ts'
import { columnBin, featureOf, type Feature } from './features.ts'
import { Growing, GrowingBytes } from './growing.ts'
import { logOddsOfSum } from './log-odds.ts'

/** One order whose outcome is known, with its evidence as stored when it was scored. */
export interface LearningOrder {
  /** Receipt of the order, epoch milliseconds. */
  readonly at: number
  readonly values: EvidenceValues
  readonly custom?: Readonly<Record<string, number | boolean | string>>
  readonly bad: boolean
  /** When the outcome became known; for silence, when it became good. */
  readonly knownAt: number
  /** 1, or the inverse of the control share. */
  readonly weight: number
  readonly amount: number
  readonly method: string | null
}

/** A training set by columns: a byte per order and feature. */
export interface Matrix {
  readonly orders: number
  readonly features: readonly Feature[]
  readonly columns: readonly Uint8Array[]
  /** Log-odds of bad that the expert points state at base 70. */
  readonly offset: Float64Array
  /** How much the family discount left of each feature's expert points, on average: 1 where they always counted fully. */
  readonly shares: Float64Array
  readonly bad: Uint8Array
  readonly weight: Float64Array
  readonly at: Float64Array
  readonly amount: Float64Array
  readonly method: readonly (string | null)[]
  /** Offered, and not used. */
  readonly refused: { readonly notYetKnown: number; readonly damaged: number }
}

export interface MatrixOptions {
  /** Nothing that became known later takes part. */
  readonly cut: number
  readonly weighing: Weighing
  /** What a score of 70 means on this card; 1% where left out. */
  readonly pivotRate?: number
  /** Custom inputs that take part; absent: all. */
  readonly isInput?: (name: string) => boolean
}

/** Takes orders one by one, so that a store's past never lies in memory as objects. */
export const createMatrixBuilder = ({ cut, weighing, pivotRate, isInput = () => true }: MatrixOptions) => {
  const features = registry.map(featureOf)
  const columns = features.map(() => new GrowingBytes())
  const discounts = { total: new Float64Array(features.length), seen: new Float64Array(features.length) }
  const custom = createCustomColumns(isInput)
  const [offset, weight, at, amount] = [new Growing(), new Growing(), new Growing(), new Growing()]
  const bad = new GrowingBytes()
  const method: (string | null)[] = []
  const refused = { notYetKnown: 0, damaged: 0 }
  const expert = createExpert(features, weighing)
  const bins = new Uint8Array(features.length)

  const expertOf = (): number => {
    const { total, shares } = expert(bins)
    shares.forEach((share, index) => {
      if (share === 0) return
      discounts.total[index] = (discounts.total[index] ?? 0) + share
      discounts.seen[index] = (discounts.seen[index] ?? 0) + 1
    })
    return logOddsOfSum(70 + total, pivotRate)
  }

  return {
    /** Whether the order takes part: its outcome was known by the cut, and not before the order itself. */
    add(order: LearningOrder): boolean {
      if (order.knownAt > cut || order.at > cut) {
        refused.notYetKnown += 1
        return false
      }
      if (order.knownAt < order.at || !(order.weight > 0) || !Number.isFinite(order.at)) {
        refused.damaged += 1
        return false
      }
      const row = at.length
      features.forEach((feature, index) => (bins[index] = columnBin(feature, order.values[index])))
      columns.forEach((column, index) => column.push(bins[index] ?? 0))
      offset.push(expertOf())
      if (order.custom) custom.take(row, order.custom)
      at.push(order.at)
      weight.push(order.weight)
      amount.push(order.amount)
      bad.push(order.bad ? 1 : 0)
      method.push(order.method)
      return true
    },
    build(): Matrix {
      const more = custom.build(at.taken())
      const shares = Float64Array.from(discounts.seen, (seen, index) =>
        seen === 0 ? 1 : (discounts.total[index] ?? 0) / seen,
      )
      return {
        orders: at.length,
        features: [...features, ...more.features],
        columns: [...columns.map((column) => column.taken()), ...more.columns],
        offset: offset.taken(),
        shares: Float64Array.from([...shares, ...more.features.map(() => 1)]),
        ...{ bad: bad.taken(), weight: weight.taken(), at: at.taken(), amount: amount.taken(), method },
        refused: { ...refused },
      }
    },
  }
}

/** A loop: `from` with a function takes ten times as long, for a hundred columns of a hundred thousand rows. */
function picked<Values extends Float64Array | Uint8Array>(from: Values, rows: Uint32Array, to: Values): Values {
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at] as number] ?? 0
  return to
}

/** Some rows of a training set, in the order given. */
export function selectRows(matrix: Matrix, rows: Uint32Array): Matrix {
  const pick = (from: Float64Array) => picked(from, rows, new Float64Array(rows.length))
  const pickBytes = (from: Uint8Array) => picked(from, rows, new Uint8Array(rows.length))
  return {
    ...matrix,
    orders: rows.length,
    columns: matrix.columns.map(pickBytes),
    offset: pick(matrix.offset),
    bad: pickBytes(matrix.bad),
    weight: pick(matrix.weight),
    at: pick(matrix.at),
    amount: pick(matrix.amount),
    method: Array.from(rows, (row) => matrix.method[row] ?? null),
  }
}

export const rowsWhere = ({ orders }: Pick<Matrix, 'orders'>, holds: (row: number) => boolean): Uint32Array => {
  const rows: number[] = []
  for (let row = 0; row < orders; row++) if (holds(row)) rows.push(row)
  return Uint32Array.from(rows)
}
