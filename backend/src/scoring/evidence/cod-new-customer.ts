import { flag } from '../evidence.ts'

/** Who never received a parcel here is the one who may not open the door. A refusal costs postage and not the goods. */
export const codNewCustomer = flag({
  name: 'cod.new_customer',
  code: 'COD_NEW_CUSTOMER',
  title: 'Cash on delivery for a new customer',
  family: 'payment-method',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.4; first orders are refused at the door more often than later ones',
  missing: 'the order is not paid on delivery, or neither phone nor address has a history that could be read',
  points: { yes: -5, no: 0 },
  read: ({ order }, { phone, address }) =>
    order.method === 'cod' && (phone || address) ? !phone?.daysKnown && !address?.daysKnown : null,
  say: () => 'Cash on delivery; neither phone nor address is known here',
})
