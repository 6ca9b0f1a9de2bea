import { choice } from '../evidence.ts'

type Type = 'voip' | 'premium_rate' | 'toll_free' | 'ordinary'

const types: Readonly<Record<string, Type>> = {
  voip: 'voip',
  premium_rate: 'premium_rate',
  toll_free: 'toll_free',
  shared_cost: 'premium_rate',
}
const words: Readonly<Record<string, string>> = {
  voip: 'an internet telephone number',
  premium_rate: 'a premium-rate number',
  toll_free: 'a toll-free number',
  ordinary: 'an ordinary one',
}

/** Numbers that can be had by the dozen, and numbers that no shopper has at home. */
export const phoneType = choice<Type>({
  name: 'phone.type',
  code: 'PHONE_TYPE_UNUSUAL',
  title: 'Unusual type of phone number',
  family: 'phone-shape',
  scope: 'order',
  direction: 'none',
  basis: 'judgement: likelihood ratio 1.4',
  missing: 'the type of the number is not known',
  points: { voip: -5, premium_rate: -5, toll_free: -5, ordinary: 0 },
  read: ({ order }) => {
    if (!order.phone?.valid || order.phone.type === null) return null
    const type = order.phone.type.toLowerCase()
    return Object.hasOwn(types, type) ? (types[type] ?? null) : 'ordinary'
  },
  say: (type) => `The phone number is ${words[type] ?? 'an unusual one'}`,
})
