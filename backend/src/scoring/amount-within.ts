import type { IdentifierKind } from '#contract/identifier.ts'
import { ratio, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import type { Window } from './profile-windows.ts'
import { times, windowWords } from './wording.ts'

interface Sums {
  readonly kind: IdentifierKind
  readonly window: Window
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** What was ordered before with this identifier, in usual orders of the store: money has another size in each of them. */
export const amountWithin = ({ kind, window, title, family, points, basis }: Sums): NumberEvidence =>
  ratio({
    name: `${kind}.amount_${window}`,
    code: `${kind}_AMOUNT_${window}`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis,
    missing: `${unreadable(kind)}, or fewer than 50 orders in this currency are known`,
    points,
    read: ({ order, norms }, past) => {
      const before = past[kind]?.sum(order.currency, window)
      return before === undefined || norms.amount === null ? null : before / Math.max(1, norms.amount.p50)
    },
    say: (n) => `${times(n)} a usual order spent with ${thisThing[kind]} in ${windowWords[window]}`,
  })
