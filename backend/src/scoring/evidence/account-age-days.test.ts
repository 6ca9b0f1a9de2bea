import { tableOf } from '../testing/evidence-table.ts'
import { accountAgeDays } from './account-age-days.ts'

tableOf(accountAgeDays, [
  ['opened for this order', { order: { accountAgeDays: 0.01 } }, 0, -4, 'The account was opened in the last 24 hours'],
  ['opened some days ago', { order: { accountAgeDays: 3.7 } }, 3, -2, 'The account was opened 3 days ago'],
  ['opened last year', { order: { accountAgeDays: 400 } }, 400, 6, 'The account was opened 13 months ago'],
  ['opened tomorrow, says a wrong clock', { order: { accountAgeDays: -1 } }, 0, -4],
  ['no account', {}, null],
])
