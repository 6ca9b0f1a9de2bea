import type { IdentifierKind } from '#contract/identifier.ts'
import type { Tally } from './context.ts'
import { count, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { amountInHistory } from './wording.ts'

interface Counted {
  readonly kind: IdentifierKind
  readonly of: keyof Tally
  /** Last part of the name, e.g. declined_orders. */
  readonly name: string
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
  /** "that this store declined" */
  readonly did: string
}

/** How many earlier orders ended in one way, ever. */
export const tallyOf = ({ kind, of, name, title, family, points, basis, did }: Counted): NumberEvidence =>
  count({
    name: `${kind}.${name}`,
    code: `${kind}_${name}`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis,
    missing: unreadable(kind),
    points,
    read: (_context, past) => past[kind]?.outcomes().totals[of] ?? null,
    say: (n) => `${amountInHistory(n, 'order')} with ${thisThing[kind]} ${did}`,
  })
