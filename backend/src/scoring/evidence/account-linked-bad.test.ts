import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountLinkedBad } from './account-linked-bad.ts'

tableOf(accountLinkedBad, [
  ['none', { profiles: { account: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { account: withOutcomes({ linked: 1 }) } },
    1,
    -10,
    '1 order with this account linked with bad ones',
  ],
  ['many', { profiles: { account: withOutcomes({ linked: 4 }) } }, 4, -20],
  ['not sent', {}, null],
])
