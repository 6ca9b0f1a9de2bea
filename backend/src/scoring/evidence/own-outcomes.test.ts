import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ownOutcomes } from './own-outcomes.ts'

tableOf(ownOutcomes, [
  ['nothing is known yet', { customProfiles: { seller: profileOf([]) } }, 0, 0],
  [
    'the worst of two',
    { customProfiles: { seller: withOutcomes({ good: 9 }), coupon: withOutcomes({ bad: 1 }) } },
    3.46,
    -14,
    'Outcomes with your own identifier: 11 times the usual risk',
  ],
  ['none is declared', {}, null],
])
