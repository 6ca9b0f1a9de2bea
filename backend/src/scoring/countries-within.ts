import type { IdentifierKind } from '#contract/identifier.ts'
import { count, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import type { Window } from './profile-windows.ts'
import { amountInHistory, windowWords } from './wording.ts'

interface Countries {
  readonly kind: IdentifierKind
  readonly window: Window
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** Countries of delivery, the one of this order included. */
export const countriesWithin = ({ kind, window, title, family, points, basis }: Countries): NumberEvidence =>
  count({
    name: `${kind}.countries_${window}`,
    code: `${kind}_MANY_COUNTRIES_${window}`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis,
    missing: unreadable(kind),
    points,
    read: ({ order }, past) =>
      past[kind]?.countries(order.shipping?.country ?? order.billing?.country ?? null, window) ?? null,
    say: (n) => `${amountInHistory(n, 'country', 'countries')} with ${thisThing[kind]} in ${windowWords[window]}`,
  })
