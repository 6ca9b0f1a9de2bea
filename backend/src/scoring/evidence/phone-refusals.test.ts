import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneRefusals } from './phone-refusals.ts'

const order = { method: 'cod' } as const

tableOf(phoneRefusals, [
  ['nothing is known yet', { order, profiles: { phone: profileOf([]) } }, 0, 0],
  ['one was refused', { order, profiles: { phone: withOutcomes({ refused: 1 }) } }, 2.58, -23],
  ['four were taken in', { order, profiles: { phone: withOutcomes({ good: 4 }) } }, -1.69, 7],
  ['paid otherwise', { profiles: { phone: withOutcomes({ refused: 1 }) } }, null],
  ['not sent', { order }, null],
])
