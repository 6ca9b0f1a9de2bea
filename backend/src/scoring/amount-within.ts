import { ratio, type NumberEvidence } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { named, storeWide, type WithinWindow } from './within-window.ts'
import { times, windowWords } from './wording.ts'

/** What was ordered before with this identifier, in usual orders of the store: money has another size in each of them. */
export const amountWithin = (asked: WithinWindow): NumberEvidence => {
  const { kind, window } = asked
  return ratio({
    ...named(asked, 'amount'),
    ...storeWide(asked),
    missing: `${unreadable(kind)}, or fewer than 50 orders in this currency are known`,
    read: ({ order, norms }, past) => {
      const before = past[kind]?.sum(order.currency, window)
      return before === undefined || norms.amount === null ? null : before / Math.max(1, norms.amount.p50)
    },
    say: (n) => `${times(n)} a usual order spent with ${thisThing[kind]} in ${windowWords[window]}`,
  })
}
