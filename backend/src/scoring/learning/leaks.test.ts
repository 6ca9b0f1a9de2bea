import { laterSlice } from './later-slice.ts'
import { leaksIn, without } from './leaks.ts'
import { learn } from './learn.ts'
import { createMatrixBuilder, rowsWhere, selectRows } from './matrix.ts'
import { day, matrixOf, ordersOf, valuesWith } from './testing/orders.ts'

const plain = ordersOf({ orders: 3_000, seed: 11 })

test('labels take no part before they are known', () => {
  const cut = (plain[1_500]?.at ?? 0) + day
  const builder = createMatrixBuilder({ cut, weighing: { off: [] } })
  const taken = plain.filter((order) => builder.add(order))
  expect(taken.length).toBeGreaterThan(0)
  expect(taken.filter(({ knownAt }) => knownAt > cut)).toEqual([])
  expect(builder.build().refused.notYetKnown).toBe(plain.length - taken.length)
  const early = { ...plain[0], at: 100, knownAt: 99 }
  expect(builder.add({ ...early, values: [], bad: true, weight: 1, amount: 1, method: null })).toBe(false)
})

test('silence is no label a second before its day', () => {
  const [order] = plain.filter(({ bad }) => !bad)
  if (!order) throw new Error('No good order.')
  const at = (cut: number) => createMatrixBuilder({ cut, weighing: { off: [] } }).add(order)
  expect([at(order.knownAt - 1), at(order.knownAt)]).toEqual([false, true])
})

test('evidence written after the outcome is named', () => {
  const planted = ordersOf({
    ...{ orders: 3_000, seed: 11 },
    more: ({ bad }) => ({ values: valuesWith({ 'email.refused_24h': bad ? 2 : 0, 'email.digits_share': 0.3 }) }),
  })
  expect(leaksIn(matrixOf(planted)).map(({ name, kind }) => [name, kind])).toEqual([
    ['email.refused_24h', 'knows_the_outcome'],
  ])
  expect(leaksIn(matrixOf(plain))).toEqual([])
})

test('a custom input that repeats the decision of the store is named, and can be left out', () => {
  const decided = new Uint8Array(3_000)
  const planted = ordersOf({
    ...{ orders: 3_000, seed: 11 },
    more: ({ row, bad, chance }) => {
      decided[row] = chance() < (bad ? 0.5 : 0.02) ? 1 : 0
      return { custom: { status: decided[row] === 1 ? 'cancelled' : 'open', colour: chance() < 0.5 ? 'red' : 'blue' } }
    },
  })
  const matrix = matrixOf(planted)
  expect(matrix.features.filter(({ custom }) => custom).map(({ name }) => name)).toEqual(['colour', 'status'])
  const found = leaksIn(matrix, decided)
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([['status', 'own_decision']])
  const clean = without(matrix, new Set(found.map(({ name }) => name)))
  expect(learn(clean, { id: 'mdl_1' }).tables?.custom['status']).toBeUndefined()
})

test('numbers that count orders up, and names of single things, take no part', () => {
  const planted = ordersOf({
    ...{ orders: 2_000, seed: 11 },
    more: ({ row, chance }) => ({
      custom: {
        order_number: 40_000 + row,
        seller: `s${row}`,
        shelf: `s${row % 7}`,
        weight: Math.floor(chance() * 50),
      },
    }),
  })
  const names = matrixOf(planted).features.filter(({ custom }) => custom)
  expect(names.map(({ name }) => name)).toEqual(['shelf', 'weight'])
})

test('a random split is no later slice', () => {
  const matrix = matrixOf(plain)
  const slices = laterSlice(matrix)
  const isLater = (early: { at: Float64Array }, late: { at: Float64Array }) =>
    Math.min(...late.at) > Math.max(...early.at)
  const random = [0, 1].map((side) =>
    selectRows(
      matrix,
      rowsWhere(matrix, (row) => (row * 7) % 2 === side),
    ),
  )
  expect(slices && isLater(slices.early, slices.late)).toBe(true)
  expect(random[0] && random[1] && isLater(random[0], random[1])).toBe(false)
})
