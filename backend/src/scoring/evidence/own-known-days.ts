import { days } from '../evidence.ts'
import { daysAgo } from '../wording.ts'

/** Of the store's own identifiers, the newest: days since its first order, begun ones counted. */
export const ownKnownDays = days({
  name: 'own.known_days',
  code: 'OWN_NEW',
  goodCode: 'OWN_KNOWN',
  title: 'New identifier of yours',
  goodTitle: 'Known identifier of yours',
  family: 'own-history',
  scope: 'store',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 1.1 when new, 0.85 after three months',
  missing: 'no custom input that is declared an identifier was sent, or its history could not be read',
  points: [
    [0, -1],
    [1, 0],
    [30, 1],
    [90, 2],
  ],
  read: (_context, { custom }) =>
    custom.length === 0 ? null : Math.min(...custom.map((profile) => profile.daysKnown)),
  say: (known) =>
    known === 0
      ? 'First order with an identifier of yours'
      : `First order with an identifier of yours was ${daysAgo(known === 1 ? 0 : known)}`,
})
