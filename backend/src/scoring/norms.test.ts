import fc from 'fast-check'
import { quantile, withAmount, type AmountSketch } from './amount-sketch.ts'
import { emptyNorms, foldOrder, mergeNorms, viewNorms, type FoldedOrder, type Norms } from './norms.ts'
import { days, now } from './testing/contexts.ts'

const order = (parts: Partial<FoldedOrder> = {}): FoldedOrder => ({
  at: now,
  amount: 5_000,
  currency: 'EUR',
  country: 'DE',
  withoutSession: false,
  items: 1,
  categories: ['shoes'],
  method: 'card',
  ...parts,
})

const folded = (orders: readonly FoldedOrder[], start = emptyNorms(now)): Norms => orders.reduce(foldOrder, start)
const view = (norms: Norms, at = now) => viewNorms(norms, { currency: 'EUR', now: at, edgeLimited: false })

const anyOrder = fc.record({
  at: fc.integer({ min: now - 200 * days, max: now + 200 * days }),
  amount: fc.integer({ min: 0, max: 1e12 }),
  currency: fc.constantFrom('EUR', 'USD'),
  country: fc.constantFrom('DE', 'AT', 'FR', null),
  withoutSession: fc.boolean(),
  items: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  categories: fc.subarray(['shoes', 'toys', 'tools']),
  method: fc.constantFrom('card', 'cod', null),
})
const anyOrders = fc.array(anyOrder, { maxLength: 60 })

/** Equal but for the last digits of floating-point sums. */
function expectSame(a: Norms, b: Norms) {
  const [one, other] = [a, b].map((norms) => mergeNorms(norms, emptyNorms(now + 200 * days)))
  const flat = (value: unknown, path = ''): [string, number][] =>
    typeof value === 'number'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}/${key}`))
  const right = new Map(flat(other))
  for (const [path, value] of flat(one)) expect(Math.abs(value - (right.get(path) ?? 0))).toBeLessThan(1e-4)
}

test('the order of folding does not matter', () => {
  fc.assert(fc.property(anyOrders, (orders) => expectSame(folded(orders), folded([...orders].reverse()))))
})

test('folding apart and merging is folding together', () => {
  fc.assert(
    fc.property(anyOrders, anyOrders, (some, others) => {
      expectSame(mergeNorms(folded(some), folded(others)), folded([...some, ...others]))
    }),
  )
})

test('merging is commutative and associative', () => {
  fc.assert(
    fc.property(anyOrders, anyOrders, anyOrders, (x, y, z) => {
      const [a, b, c] = [folded(x), folded(y), folded(z)]
      expectSame(mergeNorms(a, b), mergeNorms(b, a))
      expectSame(mergeNorms(mergeNorms(a, b), c), mergeNorms(a, mergeNorms(b, c)))
    }),
  )
})

test('survives JSON', () => {
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const norms = folded(orders)
      expect(JSON.parse(JSON.stringify(norms))).toEqual(norms)
    }),
  )
})

test('a quantile is at most 5% off', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e14 }), { minLength: 1, maxLength: 200 }),
      fc.constantFrom(0.5, 0.9, 0.99),
      (amounts, share) => {
        const sketch = amounts.reduce<AmountSketch>((sum, amount) => withAmount(sum, amount, 1), {})
        const exact = [...amounts].sort((a, b) => a - b)[Math.ceil(amounts.length * share - 1e-9) - 1] ?? 0
        expect(Math.abs((quantile(sketch, share) ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.05 + 1)
      },
    ),
  )
})

test('a store of which little is known has no usual amount and the usual share of missing sessions', () => {
  expect(view(emptyNorms(now))).toEqual({
    orders: 0,
    amount: null,
    missingSessionShare: 0.05,
    countries: null,
    edgeLimited: false,
    habits: { prices: null, categories: null, categoryAmounts: {}, hours: null, items: null, methods: null },
  })
  expect(view(folded(Array.from({ length: 49 }, () => order()))).amount).toBeNull()
})

test('the share of missing sessions moves from the prior to what the store shows', () => {
  const orders = Array.from({ length: 50 }, () => order({ withoutSession: true }))
  expect(view(folded(orders)).missingSessionShare).toBeCloseTo((50 + 2.5) / 100)
})

test('amounts are known per currency', () => {
  const norms = folded(Array.from({ length: 100 }, (_, n) => order({ amount: (n + 1) * 100 })))
  const { amount } = view(norms)
  expect(amount?.p50).toBeGreaterThan(4_750)
  expect(amount?.p50).toBeLessThan(5_250)
  expect(amount?.p99).toBeGreaterThan(9_400)
  expect(viewNorms(norms, { currency: 'USD', now, edgeLimited: true })).toMatchObject({
    amount: null,
    edgeLimited: true,
  })
})

test('what is old weighs less: after 60 days half', () => {
  const then = Array.from({ length: 200 }, () => order({ country: 'DE', at: now - 60 * days }))
  const lately = Array.from({ length: 200 }, () => order({ country: 'AT' }))
  const { countries, orders } = view(folded([...then, ...lately]))
  expect(countries?.DE).toBeCloseTo(1 / 3)
  expect(countries?.AT).toBeCloseTo(2 / 3)
  expect(orders).toBe(400)
})

test('a store that stood still forgets what was usual', () => {
  const norms = folded(Array.from({ length: 60 }, () => order()))
  expect(view(norms).amount).not.toBeNull()
  expect(view(norms, now + 365 * days).amount).toBeNull()
})

test('habits: frequent prices, categories, hours, baskets and methods as shares of what was folded', () => {
  const busy = Array.from({ length: 1_200 }, (_, n) =>
    order({
      at: now + (n % 2) * 3_600_000,
      amount: n % 4 === 0 ? 1_000 + n : 4_900,
      categories: n % 3 === 0 ? ['toys'] : ['shoes'],
      items: 1 + (n % 3),
      method: n % 5 === 0 ? 'cod' : 'card',
    }),
  )
  const { habits } = view(folded(busy))
  expect(habits?.prices?.['4900']).toBeGreaterThan(0.7)
  expect(Object.keys(habits?.prices ?? {}).length).toBeLessThanOrEqual(301)
  expect(habits?.categories).toEqual({ shoes: expect.closeTo(2 / 3), toys: expect.closeTo(1 / 3) })
  expect(Object.keys(habits?.categoryAmounts ?? {}).sort()).toEqual(['shoes', 'toys'])
  expect(habits?.methods?.['cod']).toBeCloseTo(0.2)
  expect(habits?.items).toMatchObject({ p50: 2, p90: 3 })
  const hours = habits?.hours ?? []
  expect(hours).toHaveLength(168)
  expect(hours.reduce((sum, each) => sum + each, 0)).toBeCloseTo(168)
  expect(hours.filter((each) => each > 0)).toHaveLength(4)
})

test('norms that were stored before habits were kept still serve', () => {
  const full = Object.entries(folded(Array.from({ length: 60 }, () => order())))
  const old = Object.fromEntries(full.filter(([name]) => name !== 'habits')) as unknown as Norms
  expect(view(old).amount).not.toBeNull()
  expect(view(foldOrder(old, order())).habits?.prices).toBeNull()
})
