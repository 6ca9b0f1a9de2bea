import type { IdentifierKind } from '#contract/identifier.ts'
import { goodPast } from './confirmed-outcomes.ts'
import { bits, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { oddsSentence } from './odds.ts'

interface Refusals {
  readonly kind: IdentifierKind
  readonly title: string
  readonly goodTitle: string
  readonly weight: number
}

/** -10 points per bit, as the scale has it, and a little less for what only just differs: who refuses a parcel is its buyer. */
const refusalPoints: Steps = [
  ...goodPast,
  [0.3, -3],
  [0.7, -6],
  [1, -10],
  [1.5, -14],
  [2, -18],
  [2.5, -23],
  [3, -28],
  [3.5, -33],
  [4, -38],
  [4.5, -43],
  [5, -48],
  [5.5, -53],
  [6, -58],
]

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
    points: refusalPoints,
    read: ({ order }, past) => (order.method === 'cod' ? (past[kind]?.refusalBits(weight) ?? null) : null),
    say: (value) => oddsSentence(`Parcels with ${thisThing[kind]}`, value).replace(/usual risk$/, 'usual refusals'),
  })
