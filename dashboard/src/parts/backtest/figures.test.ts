import type { BacktestResult } from '#contract/console.ts'
import { changedDecisions, daysOf, moneyText, newlyFree, newlyStopped, perGood } from './figures.ts'

const counted = (orders: number) => ({ orders, amount: { EUR: orders * 100 } })
const result = {
  changed: { 'approve>review': 10, 'approve>decline': 2, 'review>approve': 3, 'review>decline': 4 },
  difference: { caught: counted(5), missed: counted(1), good_stopped: counted(2), good_freed: counted(1) },
} as unknown as BacktestResult

test('changes are told by direction and by what the orders turned out to be', () => {
  expect(newlyStopped(result)).toEqual({ orders: 12, bad: 5, good: 2, unknown: 5 })
  expect(newlyFree(result)).toEqual({ orders: 3, bad: 1, good: 1, unknown: 1 })
  expect(changedDecisions(result)).toBe(19)
})

test('money is told per currency, the largest first', () =>
  expect(moneyText({ USD: 100, EUR: 3000, JPY: 0 })).toBe('€30.00 and US$1.00'))

test('nothing to divide by is no number', () => {
  expect([perGood(61, 23), perGood(3, 0)]).toEqual(['2.7', null])
  expect(daysOf({ from: '2026-01-01T00:00:00Z', to: '2026-01-11T00:00:00Z' })).toBe(10)
  expect(daysOf({ from: null, to: null })).toBe(1)
})
