import type { PlaceFacts } from '../context.ts'
import type { RuleFields } from './rule-fields.ts'

/** null is missing. */
export type FieldValue = number | boolean | string | null | readonly string[]

export interface Field {
  readonly name: string
  readonly type: 'int' | 'double' | 'bool' | 'string' | 'list<string>'
  readonly title: string
  readonly unit?: string
  readonly choices?: readonly string[]
  read(fields: RuleFields): FieldValue
}

const place = (side: 'billing' | 'shipping', read: (fields: RuleFields) => PlaceFacts | null): readonly Field[] => [
  {
    name: `${side}.country`,
    type: 'string',
    title: `Country of the ${side} address, as DE`,
    read: (f) => read(f)?.country ?? null,
  },
  {
    name: `${side}.region`,
    type: 'string',
    title: `Region of the ${side} address`,
    read: (f) => read(f)?.region ?? null,
  },
  { name: `${side}.city`, type: 'string', title: `City of the ${side} address`, read: (f) => read(f)?.city ?? null },
]

/** Fields of the request that survive once raw values are dropped. An evidence of the same name comes first. */
export const fields: readonly Field[] = [
  {
    name: 'order.amount',
    type: 'int',
    title: 'Amount of the order',
    unit: 'minor units',
    read: ({ order }) => order.amount,
  },
  { name: 'order.currency', type: 'string', title: 'Currency, as EUR', read: ({ order }) => order.currency },
  {
    name: 'event.type',
    type: 'string',
    title: 'What happened',
    choices: ['purchase', 'payment_attempt', 'account_creation', 'login'],
    read: ({ order }) => order.event,
  },
  {
    name: 'account.given',
    type: 'bool',
    title: 'The shopper is signed in to an account',
    read: ({ order }) => order.hasAccount,
  },
  { name: 'email.free', type: 'bool', title: 'Free mail service', read: ({ order }) => order.email?.free ?? null },
  {
    name: 'phone.country',
    type: 'string',
    title: 'Country of the phone number, as DE',
    read: ({ order }) => order.phone?.country ?? null,
  },
  {
    name: 'phone.valid',
    type: 'bool',
    title: 'The phone number can exist',
    read: ({ order }) => order.phone?.valid ?? null,
  },
  ...place('billing', ({ order }) => order.billing),
  ...place('shipping', ({ order }) => order.shipping),
  {
    name: 'shipping.method',
    type: 'string',
    title: 'Delivery method, as sent',
    read: ({ order }) => order.shipping?.method ?? null,
  },
  {
    name: 'shipping.express',
    type: 'bool',
    title: 'Express delivery',
    read: ({ order }) => order.shipping?.express ?? null,
  },
  {
    name: 'payment.bin',
    type: 'string',
    title: 'First six to eight digits of the card',
    read: ({ order }) => order.card.bin,
  },
  {
    name: 'payment.cvc',
    type: 'string',
    title: 'Answer of the security code check',
    read: ({ order }) => order.card.cvc,
  },
  {
    name: 'basket.lines',
    type: 'int',
    title: 'Lines of the basket',
    unit: 'count',
    read: ({ order }) => order.basket?.lines ?? null,
  },
  {
    name: 'basket.categories',
    type: 'list<string>',
    title: 'Categories in the basket, in lower case',
    read: ({ order }) => order.basket?.categories ?? null,
  },
  {
    name: 'ip.country',
    type: 'string',
    title: "Country of the shopper's IP address, as DE",
    read: ({ ip }) => ip?.country ?? null,
  },
  { name: 'ip.asn', type: 'int', title: 'Number of the network of the IP address', read: ({ ip }) => ip?.asn ?? null },
  { name: 'browser.name', type: 'string', title: 'Browser, as Firefox', read: ({ agent }) => agent?.browser ?? null },
  { name: 'browser.os', type: 'string', title: 'Operating system, as Windows', read: ({ agent }) => agent?.os ?? null },
  {
    name: 'browser.platform',
    type: 'string',
    title: 'Kind of device',
    choices: ['desktop', 'mobile', 'tablet', 'other'],
    read: ({ agent }) => agent?.platform ?? null,
  },
]
