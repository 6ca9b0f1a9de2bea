import { count, type NumberEvidence } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { named, storeWide, type WithinWindow } from './within-window.ts'
import { amountInHistory, windowWords } from './wording.ts'

/** Countries of delivery, the one of this order included. */
export const countriesWithin = (asked: WithinWindow): NumberEvidence => {
  const { kind, window } = asked
  return count({
    ...named(asked, 'countries', 'many_countries'),
    ...storeWide(asked),
    missing: unreadable(kind),
    read: ({ order }, past) =>
      past[kind]?.countries(order.shipping?.country ?? order.billing?.country ?? null, window) ?? null,
    say: (n) => `${amountInHistory(n, 'country', 'countries')} with ${thisThing[kind]} in ${windowWords[window]}`,
  })
}
