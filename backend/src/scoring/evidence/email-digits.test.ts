import { plainEmail } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDigits } from './email-digits.ts'

tableOf(emailDigits, [
  ['a name', { order: { email: plainEmail } }, 0, 0],
  ['a year of birth', { order: { email: { ...plainEmail, digits: 0.25 } } }, 0.25, 0],
  [
    'half of it',
    { order: { email: { ...plainEmail, digits: 0.5 } } },
    0.5,
    -2,
    'Digits make up 50 % of the e-mail address before the @',
  ],
  ['most of it', { order: { email: { ...plainEmail, digits: 0.8 } } }, 0.8, -5],
  ['nothing was sent', {}, null],
])
