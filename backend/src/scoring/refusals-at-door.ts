import type { IdentifierKind } from '#contract/identifier.ts'
import { confirmedPoints } from './confirmed-outcomes.ts'
import { bits, type NumberEvidence } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { oddsSentence } from './odds.ts'

interface Refusals {
  readonly kind: IdentifierKind
  readonly title: string
  readonly goodTitle: string
  readonly weight: number
}

/** Parcels taken in and refused, for orders to be paid at the door alone: on their scale one in ten is usual. */
export const refusalsAtDoor = ({ kind, title, goodTitle, weight }: Refusals): NumberEvidence =>
  bits({
    name: `${kind}.refusals`,
    code: `${kind}_REFUSALS`.toUpperCase(),
    goodCode: `${kind}_TAKEN_IN`.toUpperCase(),
    title,
    goodTitle,
    family: 'refusals-at-door',
    scope: 'store',
    direction: 'more-is-worse',
    basis: `posterior odds of refused parcels against 10 %, worth ${weight} orders, fading by half in two years`,
    missing: `the order is not paid at the door, or ${unreadable(kind)}`,
    points: confirmedPoints,
    read: ({ order }, past) => (order.method === 'cod' ? (past[kind]?.refusalBits(weight) ?? null) : null),
    say: (value) => oddsSentence(`Parcels with ${thisThing[kind]}`, value).replace(/usual risk$/, 'usual refusals'),
  })
