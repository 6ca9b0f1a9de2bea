import fc from 'fast-check'
import { giftsAtMost, withGifts, type Gift } from './gifts.ts'

const day = 86_400_000

test('a decline, then a fraud, then its withdrawal', () => {
  const declined = withGifts([], [{ order: 'a', at: 1, declined: true }])
  expect(declined).toEqual([['a', 1, 1, 0, 0]])
  const bad = withGifts(declined, [{ order: 'a', at: 2, outcome: 'bad' }])
  expect(bad).toEqual([['a', 2, 1, 2, 0]])
  expect(withGifts(bad, [{ order: 'a', at: 3, outcome: null }])).toEqual([['a', 3, 1, 0, 0]])
  expect(withGifts(bad, [{ order: 'a', at: 3, outcome: null, declined: false }])).toEqual([])
})

test('older news of the same order changes nothing', () => {
  const row = withGifts([], [{ order: 'a', at: 5, outcome: 'good' }])
  expect(withGifts(row, [{ order: 'a', at: 4, outcome: 'bad' }])).toEqual(row)
})

test('a store keeps so many gifts at most, and frauds the longest', () => {
  const frauds = [...Array(3).keys()].map((at): Gift => ({ order: `f${at}`, at: (at + 1) * day, outcome: 'bad' }))
  const goods = [...Array(100).keys()].map((at): Gift => ({ order: `g${at}`, at: (at + 10) * day, outcome: 'good' }))
  const row = withGifts([], [...frauds, ...goods])
  expect(row).toHaveLength(giftsAtMost)
  expect(row.slice(0, 3).map(([order]) => order)).toEqual(['f2', 'f1', 'f0'])
  expect(row[3]?.[0]).toBe('g99')
})

test('the same news twice, or in any order, is the same row', () => {
  const outcome = fc.constantFrom<'bad' | 'good' | null>('bad', 'good', null)
  const news = fc.uniqueArray(
    fc.record({ order: fc.constantFrom('a', 'b', 'c'), at: fc.integer({ min: 1, max: 99 }), outcome }),
    {
      selector: ({ at }) => at,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(news, fc.infiniteStream(fc.nat()), (gifts, draws) => {
      const shuffled = gifts.map((gift) => [draws.next().value as number, gift] as const).sort(([a], [b]) => a - b)
      const again = shuffled.map(([, gift]) => gift)
      expect(withGifts(withGifts([], again), again)).toEqual(withGifts([], gifts))
    }),
  )
})
