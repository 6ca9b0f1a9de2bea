import { registry } from '../registry.ts'
import { featureOf } from './features.ts'
import { defaultFit, fitTables, tablesFrom } from './fit.ts'
import { createMatrixBuilder } from './matrix.ts'
import { correctionOf } from './tables.ts'

const featureNamed = (name: string) => {
  const evidence = registry.find((one) => one.name === name)
  if (!evidence) throw new Error(`no evidence ${name}`)
  return featureOf(evidence)
}
const directionOf = (name: string) => featureNamed(name).direction

test('rates and velocity are held; ages, habits of the store and a yes or no are not', () => {
  const held = ['email.orders_1h', 'card.emails_7d', 'ip.refused_24h', 'address.outcomes', 'device.outcomes']
  for (const name of held) expect([name, directionOf(name)]).toEqual([name, 'more-is-worse'])
  const free = ['account.age_days', 'email.known_days', 'order.items_ratio', 'order.same_name', 'order.amount_rank']
  for (const name of free) expect([name, directionOf(name)]).toEqual([name, 'none'])
})

/** A tenth of the orders is bad, and those are the ones that hold this value. */
const learnedFrom = (name: string, bad: number | boolean, good: number | boolean) => {
  const place = registry.findIndex((one) => one.name === name)
  const builder = createMatrixBuilder({ cut: Infinity, weighing: { off: [] } })
  for (let at = 0; at < 2_000; at++) {
    const isBad = at % 10 === 0
    const values = registry.map((_, index) => (index === place ? (isBad ? bad : good) : null))
    builder.add({ at, values, bad: isBad, knownAt: at, weight: 1, amount: 1, method: null })
  }
  const matrix = builder.build()
  return tablesFrom(matrix, fitTables(matrix, matrix.offset, defaultFit), null).tables[name]
}

test('labels that speak against the experts are heard where nothing is held', () => {
  const table = learnedFrom('order.same_name', true, false)
  expect(correctionOf(table, true)).toBeLessThan(-5)
  expect(correctionOf(table, false)).toBeGreaterThan(0)
})

test('where more is worse, fewer never becomes worse, whatever the labels say', () => {
  const table = learnedFrom('email.orders_1h', 0, 9)
  const { prior } = featureNamed('email.orders_1h')
  const points = (table?.corrections ?? []).map((correction, bin) => correction + (prior[bin] ?? 0))
  expect(points.length).toBeGreaterThan(2)
  points.forEach((worth, bin) => expect(worth).toBeLessThanOrEqual((points[bin - 1] ?? worth) + 0.011))
})
