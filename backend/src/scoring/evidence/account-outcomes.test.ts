import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountOutcomes } from './account-outcomes.ts'

tableOf(accountOutcomes, [
  [
    'nothing is known yet',
    { profiles: { account: profileOf([]) } },
    0,
    0,
    'Outcomes with this account: the usual risk',
  ],
  [
    'one bad order',
    { profiles: { account: withOutcomes({ bad: 1 }) } },
    5.67,
    -30,
    'Outcomes with this account: 51 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { account: withOutcomes({ good: 3 }) } },
    -1.33,
    7,
    'Outcomes with this account: 40 % of the usual risk',
  ],
  ['taken back', { profiles: { account: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
