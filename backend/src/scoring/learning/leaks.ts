import type { Matrix } from './matrix.ts'
import { aucOf, tiesOf } from './measures.ts'
import { binCount } from './tables.ts'

export interface Leak {
  /** Evidence or custom input. */
  readonly name: string
  readonly kind: 'knows_the_outcome' | 'numbered_by_time' | 'own_decision'
  readonly text: string
}

/** Judgement: no honest single fact about an order does this well; one written after the outcome does. */
const tooGood = 0.985
const enoughToTell = { bad: 15, good: 100 }
/** Of what the decision leaves open, this share is closed by the input. */
const asDecision = 0.9

const badShares = (matrix: Matrix, index: number): Float64Array => {
  const feature = matrix.features[index]
  const size = feature ? binCount(feature) + 1 : 1
  const [bad, all] = [new Float64Array(size), new Float64Array(size)]
  matrix.columns[index]?.forEach((bin, row) => {
    bad[bin] = (bad[bin] ?? 0) + (matrix.bad[row] ?? 0)
    all[bin] = (all[bin] ?? 0) + 1
  })
  return bad.map((count, bin) => count / Math.max(1, all[bin] ?? 0))
}

/** How well one column alone separates, on the second half of the orders, when its bins are ranked on the first. */
function separation(matrix: Matrix, index: number): number {
  const { orders, columns, bad, weight } = matrix
  const middle = Math.floor(orders / 2)
  const half = (from: number, to: number): Matrix => ({
    ...matrix,
    columns: columns.map((column) => column.subarray(from, to)),
    bad: bad.subarray(from, to),
  })
  const shares = badShares(half(0, middle), index)
  const column = columns[index]?.subarray(middle) ?? new Uint8Array()
  const risk = Float64Array.from(column, (bin) => shares[bin] ?? 0)
  return aucOf(tiesOf({ risk, bad: bad.subarray(middle), weight: weight.subarray(middle) })) ?? 0.5
}

/** Share of the uncertainty about `decided` that the column takes away, 0 to 1. */
export function tells(column: Uint8Array, bins: number, decided: Uint8Array): number {
  const counts = Array.from({ length: bins }, () => [0, 0] as [number, number])
  const totals: [number, number] = [0, 0]
  column.forEach((bin, row) => {
    const side = decided[row] === 1 ? 1 : 0
    const count = counts[bin]
    if (count) count[side] += 1
    totals[side] += 1
  })
  const before = entropy(totals)
  const orders = totals[0] + totals[1]
  const left = counts.reduce((sum, count) => sum + ((count[0] + count[1]) / orders) * entropy(count), 0)
  return before === 0 ? 0 : 1 - left / before
}

function entropy([a, b]: readonly [number, number]): number {
  const part = (count: number) => (count === 0 ? 0 : (-count / (a + b)) * Math.log(count / (a + b)))
  return part(a) + part(b)
}

/**
 * Inputs that know what they cannot have known when the order was placed. `decided`: orders that the store itself refused,
 * cancelled or held, where that is known.
 */
export function leaksIn(matrix: Matrix, decided?: Uint8Array): Leak[] {
  const bad = matrix.bad.reduce((total, one) => total + one, 0)
  const isEnough = bad >= enoughToTell.bad && matrix.orders - bad >= enoughToTell.good
  return matrix.features.flatMap((feature, index): Leak[] => {
    const column = matrix.columns[index] ?? new Uint8Array()
    const told = decided ? tells(column, binCount(feature) + 1, decided) : 0
    const { name } = feature
    if (told >= asDecision)
      return [{ name, kind: 'own_decision', text: `${name} repeats what the store decided itself` }]
    if (!isEnough) return []
    const separates = separation(matrix, index)
    if (separates < tooGood) return []
    const text = `${name} alone ranks ${(separates * 100).toFixed(1)} % of pairs right: it was written after the outcome`
    return [{ name, kind: 'knows_the_outcome', text }]
  })
}

/** The same training set without these inputs. */
export function without(matrix: Matrix, names: ReadonlySet<string>): Matrix {
  const kept = matrix.features.map(({ name }, index) => (names.has(name) ? -1 : index)).filter((index) => index >= 0)
  return {
    ...matrix,
    features: kept.flatMap((index) => matrix.features[index] ?? []),
    columns: kept.flatMap((index) => matrix.columns[index] ?? []),
    shares: Float64Array.from(kept, (index) => matrix.shares[index] ?? 1),
  }
}
