import fc from 'fast-check'
import { decisions, riskLevels } from '#contract/assessment.ts'
import { counterId, countInto, emptyCounter, quarterMs, type Count } from './count.ts'

const noon = Date.UTC(2026, 10, 22, 12)

const anyCount = fc.record({
  key: fc.uuid(),
  sign: fc.constantFrom(1 as const, -1 as const),
  at: fc.integer({ min: noon, max: noon + quarterMs - 1 }),
  amount: fc.integer({ min: 0, max: 1_000_000 }),
  currency: fc.constant('EUR'),
  level: fc.constantFrom(...riskLevels),
  decision: fc.constantFrom(...decisions),
  lowered: fc.uniqueArray(
    fc.record({ code: fc.constantFrom('A', 'B', 'C'), points: fc.integer({ min: -40, max: -1 }) }),
    {
      selector: ({ code }) => code,
    },
  ),
})
const anyCounts = fc.uniqueArray(anyCount, { minLength: 1, maxLength: 8, selector: ({ key }) => key })

const start = (counts: readonly Count[]) => emptyCounter(counts[0] ?? ({ at: noon, currency: 'EUR' } as Count))
/** Without what only tells that a fold happened. */
const totals = ({ orders, amount, levels, decisions: decided, reasons }: ReturnType<typeof countInto>) => ({
  orders,
  amount,
  levels,
  decided,
  points: Object.fromEntries(Object.entries(reasons).map(([code, { orders: n, points }]) => [code, [n, points]])),
})

test('a batch that comes again after a crash counts nothing twice', () => {
  fc.assert(
    fc.property(anyCounts, anyCounts, (counts, later) => {
      const once = countInto(start(counts), counts)
      const again = countInto(once, [
        ...counts,
        ...later.filter(({ key }) => !counts.some((count) => count.key === key)),
      ])
      const straight = countInto(countInto(start(counts), counts), later)
      expect(totals(countInto(once, counts))).toEqual(totals(once))
      expect(totals(again)).toEqual(totals(straight))
    }),
  )
})

test('taking back what was added leaves nothing', () => {
  fc.assert(
    fc.property(anyCount, (count) => {
      const added = countInto(start([count]), [{ ...count, sign: 1 }])
      const { orders, amount } = countInto(added, [{ ...count, sign: -1, key: `-${count.key}` }])
      expect({ orders, amount }).toEqual({ orders: 0, amount: 0 })
    }),
  )
})

test('a quarter hour begins on the quarter, whatever the zone of the machine', () => {
  expect(counterId({ at: noon + quarterMs - 1, currency: 'EUR' })).toBe(`${noon}:EUR`)
  expect(counterId({ at: noon + quarterMs, currency: 'JPY' })).toBe(`${noon + quarterMs}:JPY`)
})
