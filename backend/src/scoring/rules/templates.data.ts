import type { RuleTemplate } from '#contract/console.ts'

/** Starting points, to be tried in shadow and fitted to the store. A test holds that each can be saved as it stands. */
export const ruleTemplates: readonly RuleTemplate[] = [
  {
    id: 'large-first-order',
    name: 'Large first order',
    why: 'Stolen cards buy much at once, from people the store has never seen.',
    expression: 'order.amount > 50000 && customer.good_orders == 0',
    action: { type: 'review' },
  },
  {
    id: 'card-testing',
    name: 'Many cards on one device',
    why: 'Who tries out stolen card numbers changes the card and not the device.',
    expression: 'device.cards_24h >= 4 || ip.cards_1h >= 6',
    action: { type: 'block' },
  },
  {
    id: 'ring-on-device',
    name: 'Many e-mail addresses on one device',
    why: 'Rings take a new address for each order.',
    expression: 'device.emails_24h >= 4',
    action: { type: 'review' },
  },
  {
    id: 'disposable-mail',
    name: 'Disposable e-mail above an amount',
    why: 'An address that is gone tomorrow receives no questions about a large order.',
    expression: 'email.disposable && order.amount > 10000',
    action: { type: 'review' },
  },
  {
    id: 'hosting-ip',
    name: 'Order from a data centre',
    why: 'Shoppers rarely sit in data centres; software and hidden places do.',
    expression: 'ip.hosting && !order.same_address',
    action: { type: 'points', points: -10 },
  },
  {
    id: 'country-mismatch',
    name: 'Three different countries',
    why: 'Where one pays, lives and is seen rarely are three countries.',
    expression:
      'ip.country != billing.country && billing.country != shipping.country && ip.country != shipping.country',
    action: { type: 'review' },
  },
  {
    id: 'express-to-new-address',
    name: 'Express to a new address',
    why: 'Stolen goods are wanted fast and elsewhere.',
    expression: 'shipping.express && address.known_days == 0 && !order.same_address',
    action: { type: 'points', points: -8 },
  },
  {
    id: 'cod-refusals',
    name: 'Refused cash on delivery before',
    why: 'Who refused a parcel within a month often refuses the next.',
    expression: 'payment.method == "cod" && (phone.refused_30d > 0 || address.refused_30d > 0)',
    action: { type: 'review' },
  },
  {
    id: 'resaleable-goods',
    name: 'Goods that are easily resold',
    why: 'Gift cards, phones and shoes are as good as money.',
    expression:
      'basket.categories.exists(c, c.contains("gift card") || c.contains("phone")) && order.amount > 20000 && email.known_days < 1',
    action: { type: 'review' },
  },
  {
    id: 'watch-list',
    name: 'On the watch list',
    why: 'What somebody asked to keep an eye on is looked at before it is shipped.',
    expression: 'size(lists.watch) > 0',
    action: { type: 'review' },
  },
  {
    id: 'loyal-customer',
    name: 'Loyal customer',
    why: 'Five good orders and a year: such a customer need not wait for one odd order below an amount.',
    expression: 'customer.good_orders >= 5 && email.known_days >= 365 && order.amount < 30000',
    action: { type: 'allow' },
  },
  {
    id: 'vip',
    name: 'The store knows better',
    why: 'What only the store knows can be sent as a custom input.',
    expression: 'custom_inputs.loyalty_tier in ["gold", "platinum"]',
    action: { type: 'points', points: 10 },
  },
]
