import fc from 'fast-check'
import { registry } from '../registry.ts'
import { linesOf } from '../reasons.ts'
import { anyValues } from '../testing/any.ts'
import { countedOf } from '../counted.ts'
import { createExpert } from './expert.ts'
import { columnBin, featureOf, type Feature } from './features.ts'
import { defaultFit, fitTables, tablesFrom, withCorrections } from './fit.ts'
import { learn } from './learn.ts'
import { logLossOf } from './measures.ts'
import { scoredOf } from './prove.ts'
import { binCount, scoreTables, type ScoreTable, type ScoreTables } from './tables.ts'
import { pooled } from './monotone.ts'
import { solveTridiagonal } from './tridiagonal.ts'
import { matrixOf, ordersOf } from './testing/orders.ts'

const features = registry.map(featureOf)

const tableOf = ({ edges, categories }: Feature, corrections: readonly number[], missing: number): ScoreTable => ({
  ...{ edges, categories, corrections, missing },
})

const zeros: ScoreTables = scoreTables('mdl_zero', {
  scale: 1,
  tables: Object.fromEntries(
    features.map((feature) => [feature.name, tableOf(feature, new Array<number>(binCount(feature)).fill(0), 0)]),
  ),
  custom: {},
})

test('zero corrections are the scorecard, byte for byte', () => {
  fc.assert(
    fc.property(anyValues, fc.subarray(registry.map(({ name }) => name)), (values, off) => {
      const learned = linesOf(values, { off, tables: zeros })
      const expert = linesOf(values, { off, tables: null })
      expect(JSON.stringify(learned)).toBe(JSON.stringify(expert))
    }),
  )
})

test('no labels leave the scorecard as it is', () => {
  const { tables, base, level } = learn(matrixOf([]), { id: 'mdl_1' })
  expect([tables, base, level]).toEqual([null, 70, 'scorecard'])
})

test('expert points by bins are those of the judge', () => {
  const weights = { 'email.known_days': 0.5, 'ip.hosting': 2 }
  const expert = createExpert(features, { off: ['payment.method'], weights })
  fc.assert(
    fc.property(anyValues, (values) => {
      const bins = Uint8Array.from(features, (feature, index) => columnBin(feature, values[index]))
      const judged = countedOf(values, { off: ['payment.method'], weights }).reduce((sum, { worth }) => sum + worth, 0)
      expect(expert(bins).total).toBeCloseTo(judged, 6)
    }),
  )
})

/** The share of the expert points that is left on average, at which tables are held. */
const turnsBack = (feature: Feature, table: ScoreTable, share: number): boolean => {
  const ranked = feature.categories ? feature.categories.length : binCount(feature)
  const points = table.corrections.slice(0, ranked).map((points, bin) => points + share * (feature.prior[bin] ?? 0))
  // Corrections are rounded to hundredths.
  return points.some((worth, bin) => {
    const change = worth - (points[bin - 1] ?? worth)
    return feature.direction === 'more-is-worse' ? change > 0.011 : change < -0.011
  })
}

test('tables never turn back where the evidence has a direction, at any discount above the usual one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (seed, way) => {
      // Labels that have nothing to do with the evidence bend every table.
      const matrix = matrixOf(ordersOf({ orders: 400, seed, rate: 0.3 }))
      const { tables } = tablesFrom(
        matrix,
        fitTables(matrix, matrix.offset, { ...defaultFit, lambda: 0.5, smooth: 1 }),
        null,
      )
      matrix.features.forEach((feature, index) => {
        const table = tables[feature.name]
        const usual = matrix.shares[index] ?? 1
        if (!table || feature.direction === 'none') return
        expect([feature.name, turnsBack(feature, table, usual + way * (1 - usual))]).toEqual([feature.name, false])
      })
    }),
    { numRuns: 8 },
  )
})

test('a missing value never counts as good', () => {
  const matrix = matrixOf(ordersOf({ orders: 2_000, seed: 3, more: ({ bad }) => ({ bad: !bad }) }))
  const { tables } = tablesFrom(matrix, fitTables(matrix, matrix.offset), null)
  expect(Object.values(tables).filter(({ missing }) => missing > 0)).toEqual([])
})

test('a fit states the outcomes better than its offset does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.01, max: 0.4, noNaN: true }), (seed, rate) => {
      const matrix = matrixOf(ordersOf({ orders: 600, seed, rate }))
      const fit = fitTables(matrix, matrix.offset)
      const after = withCorrections(matrix, matrix.offset, fit.corrections).map((risk) => risk + fit.start)
      const [before, now] = [matrix.offset, after].map((risk) => logLossOf(scoredOf(matrix, risk)) ?? 0)
      expect(now).toBeLessThanOrEqual(before ?? 0)
    }),
    { numRuns: 10 },
  )
})

test('the same orders give the same bytes, in whatever order they come', () => {
  const orders = ordersOf({ orders: 1_500, seed: 8 })
  const [one, other] = [orders, orders.toReversed()].map((given) => learn(matrixOf(given), { id: 'mdl_1' }))
  expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  expect(one?.tables?.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('a tridiagonal system is solved', () => {
  const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 100, noNaN: true }), (right, pull) => {
      const linked = right.length - 1
      const diagonal = Float64Array.from(right, (_, row) => {
        return 1 + row + (row < linked ? pull * (Number(row > 0) + Number(row < linked - 1)) : 0)
      })
      const solved = solveTridiagonal(diagonal, Float64Array.from(right), pull, linked)
      right.forEach((wanted, row) => {
        const beside = (at: number) => (row < linked && at >= 0 && at < linked ? (solved[at] ?? 0) : 0)
        const got = (diagonal[row] ?? 0) * (solved[row] ?? 0) - pull * (beside(row - 1) + beside(row + 1))
        expect(got).toBeCloseTo(wanted, 6)
      })
    }),
  )
})

test('pooling gives the nearest rising sequence', () => {
  const one = pooled(Float64Array.from([1, 3, 2, 2, 5, 4]), Float64Array.from([1, 1, 1, 2, 1, 3]))
  expect([...one]).toEqual([1, 2.25, 2.25, 2.25, 4.25, 4.25])
})
