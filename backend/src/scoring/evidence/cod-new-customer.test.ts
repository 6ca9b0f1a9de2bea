import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { codNewCustomer } from './cod-new-customer.ts'

tableOf(codNewCustomer, [
  [
    'new phone and address',
    { order: { method: 'cod' }, profiles: { phone: profileOf([]), address: profileOf([]) } },
    true,
    -5,
    'Cash on delivery; neither phone nor address is known here',
  ],
  [
    'a known phone',
    { order: { method: 'cod' }, profiles: { phone: profileOf([eventAgo(9 * days)]), address: profileOf([]) } },
    false,
    0,
  ],
  ['no history could be read', { order: { method: 'cod' } }, null],
  ['paid by card', { order: { method: 'card' }, profiles: { phone: profileOf([]) } }, null],
])
