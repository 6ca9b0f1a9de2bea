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

/**
 * -10 points per bit, as the scale has it, and a little less for what only just differs. Gains are held low: a good past is
 * what an account is taken over for.
 */
export const confirmedPoints: Steps = [
  [-16, 12],
  [-4, 10],
  [-3, 9],
  [-2, 7],
  [-1, 5],
  [-0.5, 3],
  [-0.2, 1],
  [-0.05, 0],
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
    basis: `posterior odds of confirmed outcomes against 1 %, worth ${weight} orders, fading by half in two years`,
    missing: unreadable(kind),
    points: confirmedPoints,
    read: (_context, past) => past[kind]?.confirmedBits(weight) ?? null,
    say: (value) => oddsSentence(`Outcomes with ${thisThing[kind]}`, value),
  })
