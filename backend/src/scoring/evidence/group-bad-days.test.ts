import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { groupBadDays } from './group-bad-days.ts'

const long = withOutcomes({ bad: 1 })
const old = {
  ...long,
  outcomes: { events: [], folded: long.outcomes?.folded ?? [], lastBadAt: 0, lastTakenBackAt: null },
}

tableOf(groupBadDays, [
  [
    'today',
    { profiles: { email: withOutcomes({ bad: 1 }) } },
    0,
    -6,
    'A linked order was found to be bad in the last 24 hours',
  ],
  ['years ago', { profiles: { email: old } }, 20777, 0],
  ['never', { profiles: { email: profileOf([]) } }, null],
])
