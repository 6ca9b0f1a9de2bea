import type { IdentifierKind } from '#contract/identifier.ts'
import { count, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import type { Window } from './profile-windows.ts'
import { amountInHistory, windowWords } from './wording.ts'

interface Repeats {
  readonly kind: IdentifierKind
  readonly window: Window
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** Other orders of exactly this amount: scripts order one thing again and again, people seldom do. */
export const sameAmountWithin = ({ kind, window, title, family, points, basis }: Repeats): NumberEvidence =>
  count({
    name: `${kind}.same_amount_${window}`,
    code: `${kind}_SAME_AMOUNT_${window}`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis,
    missing: unreadable(kind),
    points,
    read: ({ order }, past) => past[kind]?.sameAmount(order.amount, order.currency, window) ?? null,
    say: (n) => `${amountInHistory(n, 'order')} of this amount with ${thisThing[kind]} in ${windowWords[window]}`,
  })
