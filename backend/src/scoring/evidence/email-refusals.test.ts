import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailRefusals } from './email-refusals.ts'

const order = { method: 'cod' } as const

tableOf(emailRefusals, [
  ['nothing is known yet', { order, profiles: { email: profileOf([]) } }, 0, 0],
  ['one was refused', { order, profiles: { email: withOutcomes({ refused: 1 }) } }, 2.58, -23],
  ['four were taken in', { order, profiles: { email: withOutcomes({ good: 4 }) } }, -1.69, 7],
  ['paid otherwise', { profiles: { email: withOutcomes({ refused: 1 }) } }, null],
  ['not sent', { order }, null],
])
