import { correctionOf } from './tables.ts'
import { gate, groupsOf } from './gate.ts'
import { learn } from './learn.ts'
import { laterSlice } from './later-slice.ts'
import { pivotRates } from './log-odds.ts'
import type { Matrix } from './matrix.ts'
import { aucOf, tiesOf } from './measures.ts'
import { scoredOf } from './prove.ts'
import { registry } from '../registry.ts'
import { day, matrixOf, ordersOf, type World } from './testing/orders.ts'

const learned = learn(matrixOf(ordersOf({ orders: 5_000, seed: 5 })), { id: 'mdl_1' })

test('finds what the scorecard does not know', () => {
  const { tables } = learned
  expect(['store', 'calibrated']).toContain(learned.level)
  expect(correctionOf(tables?.tables['payment.method'], 'bank_transfer')).toBeLessThan(-10)
})

/**
 * How many points more a table gives digits below 0.2 than digits from there to 0.4, where the scorecard gives neither
 * any. The height of a table says nothing: what one adds to every order the base takes back.
 */
const stepOf = (world: World): number => {
  const { tables } = learn(matrixOf(ordersOf(world)), { id: 'mdl_1' })
  const table = tables?.tables['email.digits_share']
  const tenths = Array.from({ length: 10 }, (_, index) => 0.01 + index * 0.02)
  return meanOf(tenths.map((digits) => correctionOf(table, digits) - correctionOf(table, digits + 0.2)))
}
const meanOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length
const spreadOf = (list: readonly number[]): number =>
  Math.sqrt(list.reduce((sum, one) => sum + (one - meanOf(list)) ** 2, 0) / (list.length - 1))

const store = { orders: 3_000, rate: 0.05 }
const stores = Array.from({ length: 8 }, (_, index) => ({ ...store, seed: index + 1 }))

/** By chance alone, for who only counts: bad and good orders among those with digits below 0.2, and as many above. */
const countingNoise = ({ orders, rate }: typeof store): number => {
  const inFifth = orders / 5
  return (10 / Math.LN2) * Math.sqrt(2 * (1 / (inFifth * rate) + 1 / (inFifth * (1 - rate))))
}

test('leaves what says nothing: over many stores no step is left, and one store sees less than counting would', () => {
  const steps = stores.map(stepOf)
  const meanNoise = spreadOf(steps) / Math.sqrt(steps.length)
  expect(Math.abs(meanOf(steps))).toBeLessThan(3 * meanNoise)
  expect(spreadOf(steps)).toBeLessThan(countingNoise(store))
})

test('the same measure sees a step that is there', () => {
  const place = registry.findIndex(({ name }) => name === 'email.digits_share')
  const steps = stores.map((each) =>
    stepOf({
      ...each,
      // Half of the bad orders have few digits, and a fifth of the good ones.
      more: ({ bad, values, chance }) => (bad && chance() < 0.4 ? { values: values.with(place, chance() * 0.2) } : {}),
    }),
  )
  expect(meanOf(steps)).toBeLessThan((-3 * spreadOf(steps)) / Math.sqrt(steps.length))
})

test('is better than the scorecard on later orders', () => {
  const { scorecard, store } = learned.later?.levels ?? {}
  expect(store?.auc).toBeGreaterThan((scorecard?.auc ?? 1) + 0.05)
  expect(store?.logLoss).toBeLessThan(scorecard?.logLoss ?? 0)
})

test('a base is where as many bad orders are stated as were seen', () => {
  const trial = learned.later?.trial
  const stated = trial?.model.reduce((total, risk) => total + 1 / (1 + Math.exp(-risk)), 0) ?? 0
  const seen = trial?.late.bad.reduce((total, bad) => total + bad, 0) ?? 0
  expect(stated / seen).toBeGreaterThan(0.8)
  expect(stated / seen).toBeLessThan(1.25)
})

const aucBy = (risk: Float64Array, late: Matrix): number => aucOf(tiesOf(scoredOf(late, risk))) ?? 0

test.each([3, 10, 30])('%i frauds never make it much worse than the scorecard', (frauds) => {
  for (const seed of [1, 2, 3]) {
    const few = ordersOf({ orders: frauds * 20, seed })
    const many = matrixOf(ordersOf({ orders: 1_500, seed: seed + 100 }))
    const { tables } = learn(matrixOf(few), { id: 'mdl_1' })
    const trial = learn(many, { id: 'x', champion: { tables, base: 70, cut: -Infinity } }).later
    expect(trial?.trial).toBeDefined()
    if (trial)
      expect(aucBy(trial.trial.champion, trial.trial.late)).toBeGreaterThan(
        aucBy(trial.trial.scorecard, trial.trial.late) - 0.01,
      )
  }
})

test('the trial is later than every order that was fitted on, and ends where good is known', () => {
  const matrix = matrixOf(ordersOf({ orders: 2_000, seed: 9 }))
  const slices = laterSlice(matrix)
  expect(Math.min(...(slices?.late.at ?? []))).toBeGreaterThan(Math.max(...(slices?.early.at ?? [])))
  const lastGood = Math.max(...matrix.at.filter((_, row) => matrix.bad[row] === 0))
  expect(Math.max(...(slices?.late.at ?? []))).toBeLessThanOrEqual(lastGood)
})

test('the trial begins after what the champion was trained on', () => {
  const matrix = matrixOf(ordersOf({ orders: 2_000, seed: 9 }))
  const cut = (matrix.at[1_700] ?? 0) + day
  expect(laterSlice(matrix, cut)?.from).toBe(cut)
})

const options = {
  thresholds: { review: 40, decline: 20 },
  pivotRate: pivotRates.standard,
  shadow: { orders: 500, changed: 10 },
}

test('the gate passes a challenger that is better on later orders', () => {
  const result = gate(learned.later?.trial ?? null, options)
  expect(result.checks.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['enough_orders', 'passed'],
    ['ranking', 'passed'],
    ['calibration', 'passed'],
    ['decisions_changed', 'passed'],
    ['groups', 'passed'],
    ['shadow', 'passed'],
  ])
  expect(result.outcome).toBe('passed')
})

test('the gate holds back one that is no better than the champion', () => {
  const { trial } = learned.later ?? {}
  const same = trial && { ...trial, champion: trial.model }
  expect(gate(same ?? null, options).checks.find(({ name }) => name === 'ranking')?.outcome).toBe('failed')
})

test('the gate names a group of orders that would be ranked much worse', () => {
  const { trial } = learned.later ?? {}
  if (!trial) throw new Error('No trial.')
  const method = Array.from({ length: trial.late.orders }, (_, row) => (row % 4 === 0 ? 'invoice' : 'card'))
  const late = { ...trial.late, method }
  const model = trial.model.map((risk, row) => (row % 4 === 0 ? (trial.late.bad[row] === 1 ? -9 : risk) : risk))
  const planted = { ...trial, late, model }
  const invoice = groupsOf(planted).find(({ name }) => name === 'invoice')
  expect(invoice?.after).toBeLessThan(invoice?.before ?? 0)
  const result = gate(planted, options)
  expect(result.checks.find(({ name }) => name === 'groups')?.text).toContain('invoice')
  expect(result.outcome).toBe('failed')
})

test('the gate waits for shadow scores and for labels', () => {
  const few = gate(learned.later?.trial ?? null, { ...options, shadow: { orders: 3, changed: 0 } })
  expect(few.outcome).toBe('waiting')
  expect(gate(null, options).outcome).toBe('waiting')
})

test('cash on delivery starts at its own scale: 70 is one refusal in ten', () => {
  const orders = ordersOf({ orders: 3_000, seed: 6, rate: 0.1, more: () => ({ values: [] }) })
  const cod = learn(matrixOf(orders, { pivotRate: pivotRates.cod }), { id: 'mdl_1', pivotRate: pivotRates.cod })
  const standard = learn(matrixOf(orders), { id: 'mdl_1' })
  expect(Math.abs(cod.base - 70)).toBeLessThanOrEqual(2)
  expect(standard.base).toBeLessThan(45)
})
