import { plainEmail } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailGibberish } from './email-gibberish.ts'

tableOf(emailGibberish, [
  [
    'so',
    { order: { email: { ...plainEmail, gibberish: true } } },
    true,
    -9,
    'The e-mail address looks random before the @',
  ],
  ['not so', { order: { email: plainEmail } }, false, 0],
  ['nothing was sent', {}, null],
])
