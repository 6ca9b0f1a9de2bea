import { habits } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderMethodShare } from './order-method-share.ts'

const norms = { habits: { ...habits, methods: { card: 0.75, cod: 0.25 } } }

tableOf(orderMethodShare, [
  ['usual', { norms, order: { method: 'card' } }, 0.75, 0, '75 % of orders here are paid this way'],
  ['new', { norms, order: { method: 'invoice' } }, 0, 0, 'Hardly any order here is paid this way'],
  ['not sent', { norms }, null],
  ['too few orders', { order: { method: 'card' } }, null],
])
