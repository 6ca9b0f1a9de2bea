import type { LinkedOrder } from '#contract/console.ts'
import { threadClass, threadsOf } from './linked-matrix.ts'

const order = (letters: Record<string, string | null>): LinkedOrder => ({
  id: JSON.stringify(letters),
  order_id: '1',
  attempt: 1,
  created_at: '2026-11-20T14:00:00Z',
  trust_score: 50,
  risk_level: 'medium',
  decision: 'approve',
  letters,
})

test('a thread joins the first and the last equal value, and passes those between', () => {
  const orders = [
    order({ device: 'A', email: 'A' }),
    order({ device: 'B', email: 'B' }),
    order({ device: 'A', email: null }),
  ]
  const threads = threadsOf(['device', 'email'], orders)
  expect(threads.get('device')).toEqual({ first: 0, last: 2 })
  expect(threads.has('email')).toBe(false)
  expect([0, 1, 2].map((row) => threadClass(threads.get('device'), row))).toEqual([
    'cell thread first',
    'cell thread',
    'cell thread last',
  ])
  expect(threadClass(threads.get('email'), 0)).toBe('cell')
})
