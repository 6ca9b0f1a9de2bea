import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressRefusals } from './address-refusals.ts'

const order = { method: 'cod' } as const

tableOf(addressRefusals, [
  ['nothing is known yet', { order, profiles: { address: profileOf([]) } }, 0, 0],
  ['one was refused', { order, profiles: { address: withOutcomes({ refused: 1 }) } }, 1.81, -14],
  ['four were taken in', { order, profiles: { address: withOutcomes({ good: 4 }) } }, -1.08, 7],
  ['paid otherwise', { profiles: { address: withOutcomes({ refused: 1 }) } }, null],
  ['not sent', { order }, null],
])
