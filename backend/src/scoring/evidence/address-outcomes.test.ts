import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressOutcomes } from './address-outcomes.ts'

tableOf(addressOutcomes, [
  [
    'nothing is known yet',
    { profiles: { address: profileOf([]) } },
    0,
    0,
    'Outcomes with this postal address: the usual risk',
  ],
  [
    'one bad order',
    { profiles: { address: withOutcomes({ bad: 1 }) } },
    4.14,
    -20,
    'Outcomes with this postal address: 18 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { address: withOutcomes({ good: 3 }) } },
    -0.59,
    5,
    'Outcomes with this postal address: 66 % of the usual risk',
  ],
  ['taken back', { profiles: { address: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
