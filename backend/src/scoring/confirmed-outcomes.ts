import type { IdentifierKind } from '#contract/identifier.ts'
import { bits, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { oddsSentence } from './odds.ts'

interface Confirmed {
  readonly kind: IdentifierKind
  readonly title: string
  readonly goodTitle: string
  readonly family: string
  /** Orders at the usual rate that the store's own outcomes must outweigh. */
  readonly weight: number
}

/** Gains are held low: a good past is what an account is taken over for. */
export const goodPast: Steps = [
  [-16, 12],
  [-4, 10],
  [-3, 9],
  [-2, 7],
  [-1, 5],
  [-0.5, 3],
  [-0.2, 1],
  [-0.05, 0],
]

/**
 * -6 points per bit, not the -10 of the scale: a bad outcome counts the thief and the owner alike, and who was robbed orders
 * again. At -10, two of three declined orders of the simulator were good (docs/adr/0016-points-of-outcomes.md).
 */
export const confirmedPoints: Steps = [
  ...goodPast,
  [0.3, -2],
  [0.7, -4],
  [1, -6],
  [1.5, -8],
  [2, -10],
  [2.5, -12],
  [3, -14],
  [3.5, -17],
  [4, -20],
  [4.5, -23],
  [5, -26],
  [5.5, -30],
  [6, -34],
]

/** What earlier orders with this identifier turned out to be: the strongest evidence there is. */
export const confirmedOutcomes = ({ kind, title, goodTitle, family, weight }: Confirmed): NumberEvidence =>
  bits({
    name: `${kind}.outcomes`,
    code: `${kind.toUpperCase()}_OUTCOMES_BAD`,
    goodCode: `${kind.toUpperCase()}_OUTCOMES_GOOD`,
    title,
    goodTitle,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis: `6 points per doubling of the odds that outcomes leave (ADR 16), against 1 % worth ${weight} orders, fading by half in two years`,
    missing: unreadable(kind),
    points: confirmedPoints,
    read: (_context, past) => past[kind]?.confirmedBits(weight) ?? null,
    say: (value) => oddsSentence(`Outcomes with ${thisThing[kind]}`, value),
  })
