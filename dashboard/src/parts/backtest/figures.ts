import type { BacktestCounted, BacktestResult } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'

/** "€38,914.20 and US$12.00"; nothing where there is nothing. Sums of several currencies are never added. */
export const moneyText = (amounts: BacktestCounted['amount']): string =>
  Object.entries(amounts)
    .filter(([, amount]) => amount !== 0)
    .sort(([, a], [, b]) => b - a)
    .map(([currency, amount]) => formatMoney(amount, currency))
    .join(' and ')

const isStop = (decision: string): boolean => decision !== 'approve'

const countChanges = (changed: BacktestResult['changed'], fits: (before: string, after: string) => boolean): number =>
  Object.entries(changed).reduce((sum, [change, orders]) => {
    const [before = '', after = ''] = change.split('>')
    return fits(before, after) ? sum + orders : sum
  }, 0)

/** Orders that would newly be stopped, or newly let through, by what they turned out to be. */
export interface Turned {
  readonly orders: number
  readonly bad: number
  readonly good: number
  readonly unknown: number
}

export const newlyStopped = ({ changed, difference }: BacktestResult): Turned => {
  const orders = countChanges(changed, (before, after) => !isStop(before) && isStop(after))
  const [bad, good] = [difference.caught.orders, difference.good_stopped.orders]
  return { orders, bad, good, unknown: Math.max(0, orders - bad - good) }
}

export const newlyFree = ({ changed, difference }: BacktestResult): Turned => {
  const orders = countChanges(changed, (before, after) => isStop(before) && !isStop(after))
  const [bad, good] = [difference.missed.orders, difference.good_freed.orders]
  return { orders, bad, good, unknown: Math.max(0, orders - bad - good) }
}

export const changedDecisions = ({ changed }: BacktestResult): number => countChanges(changed, () => true)

/** How many frauds for each good customer; nothing to divide by is no number. */
export const perGood = (bad: number, good: number): string | null => (good === 0 ? null : (bad / good).toFixed(1))

/** Days between the first and the last order, at least one. */
export const daysOf = ({ from, to }: Pick<BacktestResult, 'from' | 'to'>): number =>
  from === null || to === null ? 1 : Math.max(1, (Date.parse(to) - Date.parse(from)) / 86_400_000)
