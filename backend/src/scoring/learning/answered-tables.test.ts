import fc from 'fast-check'
import { linesOf } from '../reasons.ts'
import { anyValues } from '../testing/any.ts'
import { answerOf, tablesOf } from './answered-tables.ts'
import { learn } from './learn.ts'
import { matrixOf, ordersOf } from './testing/orders.ts'

test('points answered from elsewhere judge like the tables themselves, byte for byte', () => {
  const { tables } = learn(matrixOf(ordersOf({ orders: 1_500, seed: 2 })), { id: 'mdl_1' })
  if (!tables) throw new Error('Nothing was learned.')
  expect(Object.keys(tables.tables).length).toBeGreaterThan(2)
  fc.assert(
    fc.property(anyValues, (values) => {
      const answer = JSON.parse(JSON.stringify(answerOf(tables, values, {}))) as ReturnType<typeof answerOf>
      const there = linesOf(values, { off: [], tables })
      const here = linesOf(values, { off: [], tables: tablesOf(answer, values, {}) })
      expect(JSON.stringify(here)).toBe(JSON.stringify(there))
    }),
  )
})
