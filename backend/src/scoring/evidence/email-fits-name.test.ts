import { plainEmail } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailFitsName } from './email-fits-name.ts'

tableOf(emailFitsName, [
  ['fits', { order: { email: { ...plainEmail, fitsName: true } } }, true, 3, 'The e-mail address fits the name'],
  [
    'does not',
    { order: { email: { ...plainEmail, fitsName: false } } },
    false,
    -2,
    'The e-mail address does not resemble the name',
  ],
  ['no name', { order: { email: plainEmail } }, null],
  ['no e-mail', {}, null],
])
