import { count } from '../evidence.ts'
import { amountInHistory } from '../wording.ts'

/** The same as a number of orders: what a merchant wants to read first. */
export const groupBadOrders = count({
  name: 'group.bad_orders',
  code: 'GROUP_BAD_ORDERS',
  title: 'Linked orders that turned out bad',
  family: 'outcomes',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 2, 3 and 4 beside the odds they leave, of the same family',
  missing: 'no e-mail, account, card or phone was sent, or their history could not be read',
  points: [
    [1, -10],
    [2, -16],
    [4, -20],
  ],
  read: (_context, past) => past.group()?.badOrders ?? null,
  say: (n) => `${amountInHistory(n, 'linked order')} turned out bad`,
})
