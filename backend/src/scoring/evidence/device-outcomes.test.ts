import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceOutcomes } from './device-outcomes.ts'

tableOf(deviceOutcomes, [
  ['nothing is known yet', { profiles: { device: profileOf([]) } }, 0, 0, 'Outcomes with this device: the usual risk'],
  [
    'one bad order',
    { profiles: { device: withOutcomes({ bad: 1 }) } },
    5.67,
    -30,
    'Outcomes with this device: 51 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { device: withOutcomes({ good: 3 }) } },
    -1.33,
    7,
    'Outcomes with this device: 40 % of the usual risk',
  ],
  ['taken back', { profiles: { device: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
