import { eventAgo, hours, profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { groupOutcomes } from './group-outcomes.ts'

const bad = withOutcomes({ bad: 1 })
const crowd = {
  ...profileOf([...Array(7).keys()].map((k) => eventAgo(k * hours, { partners: { email: `e${k}` } }))),
  outcomes: bad.outcomes,
}

tableOf(groupOutcomes, [
  ['nothing is known yet', { profiles: { email: profileOf([]) } }, 0, 0],
  [
    'one bad order, told by e-mail and card',
    { profiles: { email: bad, card: bad } },
    5.67,
    -30,
    'Outcomes of linked orders: 51 times the usual risk',
  ],
  [
    'two bad orders, one by each',
    { profiles: { email: bad, card: withOutcomes({ bad: 1 }) } },
    6.66,
    -34,
    'Outcomes of linked orders: over 100 times the usual risk',
  ],
  ['a bad order one step further', { profiles: { account: withOutcomes({ linked: 1 }) } }, 4.7, -23],
  ['a card that a crowd shares', { profiles: { card: crowd as typeof bad } }, 0, 0],
  ['a device is no person', { profiles: { device: bad } }, null],
])
