import { flag } from '../evidence.ts'

/** In a hurry to a door that was never delivered to: goods should arrive before the card is blocked. */
export const shippingExpressNew = flag({
  name: 'shipping.express_new_address',
  code: 'EXPRESS_NEW_ADDRESS',
  title: 'Express delivery to a new address',
  family: 'delivery',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.4; birthdays are forgotten, too',
  missing: 'no shipping method was sent, or the history of the address could not be read',
  points: { yes: -5, no: 0 },
  read: ({ order }, { address }) =>
    order.shipping?.method && address ? order.shipping.express && address.daysKnown === 0 : null,
  say: () => 'Express delivery to an address that is new here',
})
