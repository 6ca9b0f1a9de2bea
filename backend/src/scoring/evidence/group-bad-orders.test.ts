import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { groupBadOrders } from './group-bad-orders.ts'

tableOf(groupBadOrders, [
  ['none', { profiles: { email: profileOf([]) } }, 0, 0],
  ['one', { profiles: { email: withOutcomes({ bad: 1 }) } }, 1, -10, '1 linked order turned out bad'],
  [
    'four, told by two identifiers',
    { profiles: { email: withOutcomes({ bad: 2 }), account: withOutcomes({ bad: 2 }) } },
    4,
    -20,
    '4 linked orders turned out bad',
  ],
  ['taken back', { profiles: { email: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['nobody was named', {}, null],
])
