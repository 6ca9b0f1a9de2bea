import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardLinkedBad } from './card-linked-bad.ts'

tableOf(cardLinkedBad, [
  ['none', { profiles: { card: profileOf([]) } }, 0, 0],
  ['some', { profiles: { card: withOutcomes({ linked: 1 }) } }, 1, -10, '1 order with this card linked with bad ones'],
  ['many', { profiles: { card: withOutcomes({ linked: 4 }) } }, 4, -20],
  ['not sent', {}, null],
])
