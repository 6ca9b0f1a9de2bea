import { advise, type Costs, type ScoredOutcome } from './advice.ts'

const costs: Costs = { margin: 0.3, perBad: 2_000, perReview: 300, reviewFinds: 0.8 }
const now = { review: 40, decline: 20 }
const orders = (n: number, score: number, bad: boolean, amount = 10_000): ScoredOutcome[] =>
  Array.from({ length: n }, () => ({ score, bad, amount }))

test('every bad order lies below 50 and every good one above: declining below 51 costs nothing', () => {
  const { decline } = advise([...orders(50, 50, true), ...orders(950, 80, false)], costs, now)
  expect(decline.curve[51]?.cost).toBe(0)
  expect(decline.best).toBe(51)
  expect([decline.from, decline.to]).toEqual([51, 51])
  // Of 1,000 orders 50 are bad, each costs its goods and the fee: at the threshold of now nobody stops them.
  expect(decline.curve[20]?.cost).toBe(50 * (7_000 + 2_000))
  expect(decline.saved).toBe(450_000)
})

test('with good orders alone nothing should be stopped', () => {
  const { decline, review } = advise(orders(500, 10, false), costs, now)
  expect(decline.best).toBeLessThanOrEqual(10)
  expect(review.curve[40]?.cost).toBe(0.3 * 10_000 * 1_000)
})

test('the threshold of now stays best where nothing is better', () => {
  expect(advise(orders(500, 90, false), costs, now)).toMatchObject({
    decline: { best: 20, saved: 0 },
    review: { best: 40, saved: 0 },
  })
})

test('a review costs itself and what it does not find', () => {
  const { review } = advise(orders(100, 30, true), costs, { review: 0, decline: 0 })
  expect(review.curve[31]?.cost).toBeCloseTo(1_000 * (300 + 0.2 * 9_000))
  expect(review.curve[0]?.cost).toBeCloseTo(1_000 * 9_000)
})

test('few orders leave wide bounds, many narrow ones; the same orders give the same advice', () => {
  const mixed = (n: number) => [...orders(n, 25, true), ...orders(n, 30, false, 40_000), ...orders(20 * n, 70, false)]
  const width = (n: number) => {
    const point = advise(mixed(n), costs, now).decline.curve[28]
    return ((point?.high ?? 0) - (point?.low ?? 0)) / (point?.cost ?? 1)
  }
  expect(width(5)).toBeGreaterThan(3 * width(100))
  expect(advise(mixed(10), costs, now)).toEqual(advise(mixed(10), costs, now))
})

test('no orders, no costs', () => {
  expect(advise([], costs, now).decline).toMatchObject({ best: 20, saved: 0 })
})
