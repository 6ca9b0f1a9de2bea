import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailLinkedBad } from './email-linked-bad.ts'

tableOf(emailLinkedBad, [
  ['none', { profiles: { email: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { email: withOutcomes({ linked: 1 }) } },
    1,
    -10,
    '1 order with this e-mail address linked with bad ones',
  ],
  ['many', { profiles: { email: withOutcomes({ linked: 4 }) } }, 4, -20],
  ['not sent', {}, null],
])
