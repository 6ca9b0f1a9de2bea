/**
 * Weights per logarithmic bucket, as plain JSON. Buckets grow by a tenth, so a quantile is at most 5% off, 1e14 fits in
 * 339 of them, and merging is addition.
 */
export type AmountSketch = Readonly<Record<string, number>>

const growth = 1.1

/** Bucket n holds amounts above growth^(n-1), up to growth^n; 0 and 1 share the first. */
const bucketOf = (amount: number) => Math.max(0, Math.ceil(Math.log(Math.max(1, amount)) / Math.log(growth) - 1e-9))

/** The value that is equally far, in proportion, from both ends of its bucket. */
const middleOf = (bucket: number) => (2 * growth ** bucket) / (1 + growth)

/** In place: for who folds many orders into a copy of their own. */
export const addAmount = (sketch: Record<string, number>, amount: number, weight: number): void => {
  const bucket = bucketOf(amount)
  sketch[bucket] = (sketch[bucket] ?? 0) + weight
}

export const withAmount = (sketch: AmountSketch, amount: number, weight: number): AmountSketch => {
  const changed = { ...sketch }
  addAmount(changed, amount, weight)
  return changed
}

export function mergeSketches(a: AmountSketch, b: AmountSketch): AmountSketch {
  const merged: Record<string, number> = { ...a }
  for (const bucket in b) merged[bucket] = (merged[bucket] ?? 0) + (b[bucket] ?? 0)
  return merged
}

export const weightOf = (sketch: AmountSketch): number => {
  let total = 0
  for (const bucket in sketch) total += sketch[bucket] ?? 0
  return total
}

/** The amount below which each share of the weight lies, shares ascending; null when there is none. */
export function quantiles(sketch: AmountSketch, shares: readonly number[]): (number | null)[] {
  const weight = weightOf(sketch)
  const found: (number | null)[] = []
  let passed = 0
  let last: string | null = null
  // ECMAScript lists integer keys in ascending order, whatever the order of insertion.
  for (const bucket in sketch) {
    passed += sketch[bucket] ?? 0
    last = bucket
    while (found.length < shares.length && passed >= weight * (shares[found.length] ?? 1) - 1e-9) {
      found.push(Math.round(middleOf(Number(bucket))))
    }
    if (found.length === shares.length) return found
  }
  const rest = last === null ? null : Math.round(middleOf(Number(last)))
  return shares.map((_, at) => found[at] ?? rest)
}

export const quantile = (sketch: AmountSketch, share: number): number | null => quantiles(sketch, [share])[0] ?? null
