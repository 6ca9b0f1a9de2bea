import { plainEmail } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailTypo } from './email-typo.ts'

tableOf(emailTypo, [
  [
    'so',
    { order: { email: { ...plainEmail, typo: true } } },
    true,
    -3,
    'The e-mail address looks mistyped after the @',
  ],
  ['not so', { order: { email: plainEmail } }, false, 0],
  ['nothing was sent', {}, null],
])
