import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardOutcomes } from './card-outcomes.ts'

tableOf(cardOutcomes, [
  ['nothing is known yet', { profiles: { card: profileOf([]) } }, 0, 0, 'Outcomes with this card: the usual risk'],
  [
    'one bad order',
    { profiles: { card: withOutcomes({ bad: 1 }) } },
    5.67,
    -30,
    'Outcomes with this card: 51 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { card: withOutcomes({ good: 3 }) } },
    -1.33,
    7,
    'Outcomes with this card: 40 % of the usual risk',
  ],
  ['taken back', { profiles: { card: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
