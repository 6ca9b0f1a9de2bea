/** A past order whose outcome is known, with the score that the policy in force gives it. */
export interface ScoredOutcome {
  /** Held within 0 to 100. */
  readonly score: number
  readonly bad: boolean
  /** Minor units. */
  readonly amount: number
}

export interface Costs {
  /** What the store keeps of a good order, as a share of its amount. */
  readonly margin: number
  /** What a bad order costs beside its goods, minor units. */
  readonly perBad: number
  readonly perReview: number
  /** Share of bad orders that a review finds. */
  readonly reviewFinds: number
}

export interface Thresholds {
  readonly review: number
  readonly decline: number
}

export interface CurvePoint {
  readonly threshold: number
  /** Minor units per 1,000 orders. */
  readonly cost: number
  /** The middle 90% of resamplings. */
  readonly low: number
  readonly high: number
}
export interface AdvicePart {
  readonly now: number
  readonly best: number
  readonly from: number
  readonly to: number
  readonly saved: number
  readonly curve: readonly CurvePoint[]
}

const scores = 101
const resamplings = 200

/** What orders of each score cost when they are declined, reviewed and approved; and how many they are. */
interface Buckets {
  readonly declined: Float64Array
  readonly reviewed: Float64Array
  readonly approved: Float64Array
  orders: number
}

const emptyBuckets = (): Buckets => ({
  declined: new Float64Array(scores),
  reviewed: new Float64Array(scores),
  approved: new Float64Array(scores),
  orders: 0,
})

/** A good order that is declined costs its margin; a bad one that is shipped its goods and what follows. */
function addOrder(into: Buckets, { score, bad, amount }: ScoredOutcome, costs: Costs, times: number): void {
  const loss = bad ? (1 - costs.margin) * amount + costs.perBad : 0
  into.declined[score] = (into.declined[score] ?? 0) + times * (bad ? 0 : costs.margin * amount)
  into.reviewed[score] = (into.reviewed[score] ?? 0) + times * (costs.perReview + (1 - costs.reviewFinds) * loss)
  into.approved[score] = (into.approved[score] ?? 0) + times * loss
  into.orders += times
}

/** Sum of what lies below each threshold from 0 to 101. */
const below = (costs: Float64Array): Float64Array => {
  const sums = new Float64Array(scores + 1)
  for (let score = 0; score < scores; score++) sums[score + 1] = (sums[score] ?? 0) + (costs[score] ?? 0)
  return sums
}

/** Cost per 1,000 orders at each threshold from 0 to 100, the other one staying, as far as the two stay in order. */
function curveOf(buckets: Buckets, now: Thresholds, moved: 'decline' | 'review'): number[] {
  const [declined, reviewed, approved] = [buckets.declined, buckets.reviewed, buckets.approved].map(below)
  const at = (sums: Float64Array | undefined, threshold: number) => sums?.[threshold] ?? 0
  return Array.from({ length: scores }, (_, threshold) => {
    const decline = moved === 'decline' ? threshold : Math.min(now.decline, threshold)
    const review = moved === 'review' ? threshold : Math.max(now.review, threshold)
    const cost =
      at(declined, decline) +
      (at(reviewed, review) - at(reviewed, decline)) +
      (at(approved, scores) - at(approved, review))
    return buckets.orders === 0 ? 0 : (1_000 * cost) / buckets.orders
  })
}

/** Mulberry32: the same orders give the same advice. */
function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How often an order is drawn when as many are drawn as there are: Poisson of 1. */
const timesDrawn = (chance: number): number => {
  if (chance < 0.36788) return 0
  if (chance < 0.73576) return 1
  if (chance < 0.9197) return 2
  if (chance < 0.98101) return 3
  return chance < 0.99634 ? 4 : 5
}

const lowest = (curve: readonly number[], now: number): number =>
  curve.reduce((best, cost, threshold) => (cost < (curve[best] ?? Infinity) ? threshold : best), now)

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b)
const rounded = (cost: number): number => Math.round(cost * 100) / 100

function partOf(whole: readonly number[], resampled: readonly (readonly number[])[], now: number): AdvicePart {
  const best = lowest(whole, now)
  const bests = ascending(resampled.map((curve) => lowest(curve, now)))
  return {
    now,
    best,
    from: Math.min(best, quantile(bests, 0.05)),
    to: Math.max(best, quantile(bests, 0.95)),
    saved: rounded((whole[now] ?? 0) - (whole[best] ?? 0)),
    curve: whole.map((cost, threshold) => {
      const costs = ascending(resampled.map((curve) => curve[threshold] ?? 0))
      return {
        threshold,
        cost: rounded(cost),
        low: rounded(Math.min(cost, quantile(costs, 0.05))),
        high: rounded(Math.max(cost, quantile(costs, 0.95))),
      }
    }),
  }
}

/** Cost against threshold on orders whose outcome is known, with its uncertainty by resampling them. */
export function advise(
  orders: readonly ScoredOutcome[],
  costs: Costs,
  now: Thresholds,
): { readonly decline: AdvicePart; readonly review: AdvicePart } {
  const whole = emptyBuckets()
  for (const order of orders) addOrder(whole, order, costs, 1)
  const roll = createDice(orders.length)
  const curves = { decline: [] as number[][], review: [] as number[][] }
  for (let round = 0; round < resamplings; round++) {
    const drawn = emptyBuckets()
    for (const order of orders) {
      const times = timesDrawn(roll())
      if (times > 0) addOrder(drawn, order, costs, times)
    }
    curves.decline.push(curveOf(drawn, now, 'decline'))
    curves.review.push(curveOf(drawn, now, 'review'))
  }
  return {
    decline: partOf(curveOf(whole, now, 'decline'), curves.decline, now.decline),
    review: partOf(curveOf(whole, now, 'review'), curves.review, now.review),
  }
}
