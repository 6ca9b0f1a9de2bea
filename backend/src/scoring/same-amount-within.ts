import { count, type NumberEvidence } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { named, storeWide, type WithinWindow } from './within-window.ts'
import { amountInHistory, windowWords } from './wording.ts'

/** Other orders of exactly this amount: scripts order one thing again and again, people seldom do. */
export const sameAmountWithin = (asked: WithinWindow): NumberEvidence => {
  const { kind, window } = asked
  return count({
    ...named(asked, 'same_amount'),
    ...storeWide(asked),
    missing: unreadable(kind),
    read: ({ order }, past) => past[kind]?.sameAmount(order.amount, order.currency, window) ?? null,
    say: (n) => `${amountInHistory(n, 'equal amount')} with ${thisThing[kind]} in ${windowWords[window]}`,
  })
}
