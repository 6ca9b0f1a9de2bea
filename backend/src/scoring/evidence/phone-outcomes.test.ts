import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneOutcomes } from './phone-outcomes.ts'

tableOf(phoneOutcomes, [
  [
    'nothing is known yet',
    { profiles: { phone: profileOf([]) } },
    0,
    0,
    'Outcomes with this phone number: the usual risk',
  ],
  [
    'one bad order',
    { profiles: { phone: withOutcomes({ bad: 1 }) } },
    5.67,
    -30,
    'Outcomes with this phone number: 51 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { phone: withOutcomes({ good: 3 }) } },
    -1.33,
    7,
    'Outcomes with this phone number: 40 % of the usual risk',
  ],
  ['taken back', { profiles: { phone: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
