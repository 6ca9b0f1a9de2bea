import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailOutcomes } from './email-outcomes.ts'

tableOf(emailOutcomes, [
  [
    'nothing is known yet',
    { profiles: { email: profileOf([]) } },
    0,
    0,
    'Outcomes with this e-mail address: the usual risk',
  ],
  [
    'one bad order',
    { profiles: { email: withOutcomes({ bad: 1 }) } },
    5.67,
    -30,
    'Outcomes with this e-mail address: 51 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { email: withOutcomes({ good: 3 }) } },
    -1.33,
    7,
    'Outcomes with this e-mail address: 40 % of the usual risk',
  ],
  ['taken back', { profiles: { email: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
