import { plainEmail } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDisposable } from './email-disposable.ts'

tableOf(emailDisposable, [
  [
    'so',
    { order: { email: { ...plainEmail, disposable: true } } },
    true,
    -18,
    'The e-mail address belongs to a throw-away mail service',
  ],
  ['not so', { order: { email: plainEmail } }, false, 0],
  ['nothing was sent', {}, null],
])
