import type { IdentifierKind } from '#contract/identifier.ts'
import { count, type NumberEvidence, type Steps } from './evidence.ts'
import type { Window } from './profile-windows.ts'
import { amountInHistory, windowWords } from './wording.ts'

interface Refusals {
  readonly kind: IdentifierKind
  /** "this e-mail address" */
  readonly thing: string
  readonly window: Window
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** Payments or parcels that were refused. A refused card is mostly an empty account, a row of them is a search. */
export const refusedWithin = ({ kind, thing, window, title, family, points, basis }: Refusals): NumberEvidence =>
  count({
    name: `${kind}.refused_${window}`,
    code: `${kind}_REFUSED_${window}`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis,
    missing: `${thing} was not sent, or its history could not be read`,
    points,
    read: (_context, past) => past[kind]?.refused(window) ?? null,
    say: (n) => `${amountInHistory(n, 'refused order')} with ${thing} in ${windowWords[window]}`,
  })
