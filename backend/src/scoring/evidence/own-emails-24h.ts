import { count } from '../evidence.ts'
import { amountInHistory } from '../wording.ts'

/** People behind one of the store's own identifiers in a day; a coupon that spreads, a seller that is new. */
export const ownEmails24h = count({
  name: 'own.emails_24h',
  code: 'OWN_MANY_EMAILS_24H',
  title: 'Several e-mails, one identifier of yours',
  family: 'own-activity',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: worth little until learned',
  missing: 'no custom input that is declared an identifier was sent, or its history could not be read',
  points: [[20, -2]],
  read: (_context, { custom }) =>
    custom.length === 0 ? null : Math.max(...custom.map((profile) => profile.distinct('email', '24h'))),
  say: (n) => `${amountInHistory(n, 'e-mail address', 'e-mail addresses')} with an identifier of yours in 24 hours`,
})
