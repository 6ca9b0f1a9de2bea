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

export const withAmount = (sketch: AmountSketch, amount: number, weight: number): AmountSketch => {
  const bucket = String(bucketOf(amount))
  return { ...sketch, [bucket]: (sketch[bucket] ?? 0) + weight }
}

export function mergeSketches(a: AmountSketch, b: AmountSketch): AmountSketch {
  const merged: Record<string, number> = { ...a }
  for (const [bucket, weight] of Object.entries(b)) merged[bucket] = (merged[bucket] ?? 0) + weight
  return merged
}

export const weightOf = (sketch: AmountSketch): number =>
  Object.values(sketch).reduce((total, weight) => total + weight, 0)

/** The amount below which this share of the weight lies; null when there is none. */
export function quantile(sketch: AmountSketch, share: number): number | null {
  let left = weightOf(sketch) * share
  let last: string | null = null
  // ECMAScript lists integer keys in ascending order, whatever the order of insertion.
  for (const [bucket, weight] of Object.entries(sketch)) {
    left -= weight
    last = bucket
    if (left <= 1e-9) break
  }
  return last === null ? null : Math.round(middleOf(Number(last)))
}
