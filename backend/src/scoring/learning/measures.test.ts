import fc from 'fast-check'
import { calibrate, shiftOf } from './calibrate.ts'
import {
  aucOf,
  calibrationOf,
  liftAt,
  measuresOf,
  moneySaved,
  rankingCurve,
  recallAt,
  tiesOf,
  type Scored,
} from './measures.ts'
import { createChance } from './testing/orders.ts'

const scored = (risk: readonly number[], bad: readonly number[]): Scored => ({
  risk: Float64Array.from(risk),
  bad: Uint8Array.from(bad),
  weight: new Float64Array(risk.length).fill(1),
})

test('ranking figures of a small table, by hand', () => {
  const ties = tiesOf(scored([5, 4, 3, 3, 2, 1, 0, 0, 0, 0], [1, 0, 1, 0, 0, 0, 0, 0, 0, 0]))
  // Pairs: the first bad order beats all 8, the second beats 6, ties with one, loses to one.
  expect(aucOf(ties)).toBeCloseTo((8 + 6.5) / 16)
  expect(recallAt(ties, 1 / 8)).toBeCloseTo(0.5)
  expect(recallAt(ties, 2 / 8)).toBeCloseTo(1)
  expect(liftAt(ties, 0.1)).toBeCloseTo(5)
  expect(rankingCurve(ties).at(-1)).toEqual({ x: 1, y: 1 })
})

test('no figure where a kind is missing', () => {
  const { auc, recallAt1, liftAt20, logLoss } = measuresOf(scored([1, 2], [0, 0]))
  expect([auc, recallAt1, liftAt20]).toEqual([null, null, null])
  expect(logLoss).toBeGreaterThan(0)
})

test('a ranking that says nothing is worth a half, and ties cannot improve one', () => {
  const anyOrders = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat({ max: 1 })), {
    minLength: 2,
    maxLength: 60,
  })
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const auc = aucOf(
        tiesOf(
          scored(
            orders.map(([risk]) => risk),
            orders.map(([, bad]) => bad),
          ),
        ),
      )
      const flipped = aucOf(
        tiesOf(
          scored(
            orders.map(([risk]) => -risk),
            orders.map(([, bad]) => bad),
          ),
        ),
      )
      if (auc !== null && flipped !== null) expect(auc + flipped).toBeCloseTo(1)
    }),
  )
})

const world = (shift: number, scale: number): Scored => {
  const chance = createChance(4)
  const risk = Array.from({ length: 20_000 }, () => -3 + 2 * (chance() + chance() - 1))
  return scored(
    risk,
    risk.map((stated) => (chance() < 1 / (1 + Math.exp(-(-3 + shift + scale * (stated + 3)))) ? 1 : 0)),
  )
}

test('calibration finds shift and scale, and holds back where there is little', () => {
  const { shift, scale } = calibrate(world(0.7, 1.3), -3)
  expect(Math.abs(shift - 0.7)).toBeLessThan(0.15)
  expect(Math.abs(scale - 1.3)).toBeLessThan(0.15)
  expect(calibrate(scored([], []), -3)).toEqual({ shift: 0, scale: 1 })
  expect(Math.abs(shiftOf(scored([-4, -4, -4], [1, 1, 1])))).toBeLessThan(0.1)
})

test('calibration rows hold what was stated beside what was seen', () => {
  const rows = calibrationOf(world(0, 1))
  expect(rows.reduce((total, { orders }) => total + orders, 0)).toBe(20_000)
  const off = rows.filter(
    ({ orders, low, high, stated }) => orders > 500 && (stated < low - 0.01 || stated > high + 0.01),
  )
  expect(off).toEqual([])
})

test('money: losses prevented less margins lost', () => {
  const one = scored([3, 2, 1, 0], [1, 0, 0, 0])
  const money = { amount: Float64Array.from([100, 200, 300, 400]), margin: 0.25, chargebackFee: 20 }
  expect(moneySaved(one, money, 0.75)).toBe(120)
  expect(moneySaved(one, money, 0.5)).toBe(70)
})
