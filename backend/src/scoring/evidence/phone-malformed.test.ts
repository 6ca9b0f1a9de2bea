import { mobile } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneMalformed } from './phone-malformed.ts'

tableOf(phoneMalformed, [
  ['so', { order: { phone: { valid: false, country: null, type: null } } }, true, -5, 'The phone number is not valid'],
  ['not so', { order: { phone: mobile } }, false, 0],
  ['nothing was sent', {}, null],
])
