import { mobile } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneType } from './phone-type.ts'

tableOf(phoneType, [
  [
    'internet telephone',
    { order: { phone: { ...mobile, type: 'VOIP' } } },
    'voip',
    -5,
    'The phone number is an internet telephone number',
  ],
  ['toll-free', { order: { phone: { ...mobile, type: 'TOLL_FREE' } } }, 'toll_free', -5],
  ['mobile', { order: { phone: mobile } }, 'ordinary', 0],
  ['not known', { order: { phone: { ...mobile, type: null } } }, null],
  ['not a number', { order: { phone: { ...mobile, valid: false } } }, null],
])
