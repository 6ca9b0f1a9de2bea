import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { customerAmountRatio } from './customer-amount-ratio.ts'

const spends = (...amounts: number[]) => profileOf(amounts.map((amount, k) => eventAgo((k + 1) * days, { amount })))

tableOf(customerAmountRatio, [
  ['as ever', { order: { amount: 5_000 }, profiles: { email: spends(4_000, 5_000, 90_000) } }, 1, 0],
  [
    'ten times as much',
    { order: { amount: 50_000 }, profiles: { email: spends(4_000, 5_000, 6_000) } },
    10,
    -7,
    '10 times the amount this customer usually spends',
  ],
  [
    'the account knows better',
    { order: { amount: 50_000 }, profiles: { email: spends(1, 1, 1), account: spends(50_000, 50_000, 50_000) } },
    1,
    0,
  ],
  ['too few orders', { order: { amount: 50_000 }, profiles: { email: spends(4_000, 5_000) } }, null],
  ['nobody was named', {}, null],
])
