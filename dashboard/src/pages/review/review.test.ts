import type { Reason } from '#contract/assessment.ts'
import type { Review } from '#contract/console.ts'
import { amountsOf, groupOf, nextOf, settle } from './queue.ts'
import { sumSentence, whyLines } from './why.ts'

const reason = (points: number): Reason => ({ points, text: `${points}` }) as Reason
const review = (id: string, more: Partial<Review> = {}): Review =>
  ({ id, group: null, claimed_by: null, amount: 100, currency: 'EUR', ...more }) as Review

test('the strongest losses stand alone, the rest is added up, and all of it is the sum', () => {
  const reasons = [8, -22, -4, -14, 6, -9, -6, 5].map(reason)
  const lines = whyLines(reasons)
  expect(lines.map(({ points, reasons: of }) => [points, of.length])).toEqual([
    [-22, 1],
    [-14, 1],
    [-9, 1],
    [-10, 2],
    [19, 3],
  ])
  expect(sumSentence({ base: 70, sum: 34 }, lines)).toBe('70 − 22 − 14 − 9 − 10 + 19 = 34')
  expect(sumSentence({ base: 70, sum: -6 }, whyLines([reason(-76)]))).toBe('70 − 76 = −6')
  expect(whyLines([-4, -3, -2, -1].map(reason))).toHaveLength(4)
  expect(whyLines([])).toEqual([])
})

test('news is held back; what changed or went shows at once', () => {
  const { rows, held } = settle([review('a'), review('b')], [review('c'), review('b', { claimed_by: 'Tom' })])
  expect(rows.map(({ id, claimed_by }) => [id, claimed_by])).toEqual([['b', 'Tom']])
  expect(held.map(({ id }) => id)).toEqual(['c'])
})

test('the next order is a free one, from here downwards and round', () => {
  const rows = [review('a'), review('b'), review('c', { claimed_by: 'Tom' }), review('d', { claimed_by: 'Ines' })]
  expect(nextOf(rows, 'b', 'Ines')?.id).toBe('d')
  expect(nextOf(rows, 'd', 'Ines')?.id).toBe('a')
  expect(nextOf([review('c', { claimed_by: 'Tom' })], undefined, 'Ines')?.id).toBe('c')
  expect(nextOf([review('a')], 'a', 'Ines')).toBeUndefined()
})

test('a group is one device; amounts are never mixed', () => {
  const rows = [review('a', { group: 'x' }), review('b', { group: 'x', currency: 'USD' }), review('c')]
  expect(rows.map((one) => groupOf(rows, one).length)).toEqual([2, 2, 0])
  expect(amountsOf([...rows])).toEqual([
    ['EUR', 200],
    ['USD', 100],
  ])
})
