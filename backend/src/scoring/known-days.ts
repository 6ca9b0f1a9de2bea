import type { IdentifierKind } from '#contract/identifier.ts'
import { days, type NumberEvidence, type Steps } from './evidence.ts'
import { daysAgo } from './wording.ts'

interface Known {
  readonly kind: IdentifierKind
  /** "e-mail address" */
  readonly thing: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** Days since the first order with this identifier, begun ones counted; 0 is the first. Fraud comes with new things, customers come back. */
export const knownDays = ({ kind, thing, family, points, basis }: Known): NumberEvidence =>
  days({
    name: `${kind}.known_days`,
    code: `${kind.toUpperCase()}_NEW`,
    goodCode: `${kind.toUpperCase()}_KNOWN`,
    title: `New ${thing}`,
    goodTitle: `Known ${thing}`,
    family,
    scope: 'store',
    direction: 'more-is-better',
    basis,
    missing: `this ${thing} was not sent, or its history could not be read`,
    points,
    read: (_context, past) => past[kind]?.daysKnown ?? null,
    say: (known) =>
      known === 0
        ? `First order with this ${thing} in this store`
        : `First order with this ${thing} was ${daysAgo(known === 1 ? 0 : known)}`,
  })
