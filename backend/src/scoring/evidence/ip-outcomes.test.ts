import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipOutcomes } from './ip-outcomes.ts'

tableOf(ipOutcomes, [
  ['nothing is known yet', { profiles: { ip: profileOf([]) } }, 0, 0, 'Outcomes with this IP address: the usual risk'],
  [
    'one bad order',
    { profiles: { ip: withOutcomes({ bad: 1 }) } },
    1.58,
    -8,
    'Outcomes with this IP address: 3 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { ip: withOutcomes({ good: 3 }) } },
    -0.08,
    1,
    'Outcomes with this IP address: 95 % of the usual risk',
  ],
  ['taken back', { profiles: { ip: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
