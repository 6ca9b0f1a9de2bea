import { confirmedPoints } from '../confirmed-outcomes.ts'
import { bits } from '../evidence.ts'
import { oddsSentence } from '../odds.ts'

/** Of the store's own identifiers (a seller, a coupon, a loyalty card), the one with the worst outcomes. */
export const ownOutcomes = bits({
  name: 'own.outcomes',
  code: 'OWN_OUTCOMES_BAD',
  goodCode: 'OWN_OUTCOMES_GOOD',
  title: 'Bad outcomes with an identifier of yours',
  goodTitle: 'Good outcomes with identifiers of yours',
  family: 'outcomes',
  scope: 'store',
  direction: 'more-is-worse',
  basis:
    '6 points per doubling of the odds that outcomes leave (ADR 16), against 1 % worth 10 orders: how many share it is not known',
  missing: 'no custom input that is declared an identifier was sent, or its history could not be read',
  points: confirmedPoints,
  read: (_context, { custom }) =>
    custom.length === 0 ? null : Math.max(...custom.map((profile) => profile.confirmedBits(10))),
  say: (value) => oddsSentence('Outcomes with your own identifier', value),
})
