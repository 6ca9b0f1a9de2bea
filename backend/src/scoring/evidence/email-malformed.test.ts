import { plainEmail } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailMalformed } from './email-malformed.ts'

tableOf(emailMalformed, [
  ['so', { order: { email: { ...plainEmail, valid: false } } }, true, -10, 'The e-mail address is not valid'],
  ['not so', { order: { email: plainEmail } }, false, 0],
  ['nothing was sent', {}, null],
])
