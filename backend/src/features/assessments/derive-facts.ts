import type { AssessmentRequest } from '#contract/assessment-request.ts'
import { agentFacts } from '../../platform/facts/agent-facts.ts'
import { readEmail } from '../../platform/facts/email-facts.ts'
import type { IpFactsSource } from '../../platform/facts/ip-facts.ts'
import { foldText } from '../../platform/identifiers/fold.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { OrderFacts, PlaceFacts } from '../../scoring/context.ts'
import type { Readings } from './derive-readings.ts'

type Party = NonNullable<AssessmentRequest['billing'] | AssessmentRequest['shipping']>

const dayMs = 86_400_000

const placeOf = (party: Party | undefined): PlaceFacts | null => {
  if (!party) return null
  const postal = party.postal?.trim().toUpperCase() ?? ''
  return {
    country: party.country?.toUpperCase() ?? null,
    city: party.city ?? null,
    region: party.region ?? null,
    // Two characters name a region of thousands of people, not a street.
    postalPrefix: postal === '' ? null : postal.slice(0, 2),
  }
}

const expressWords = /express|overnight|same.?day|next.?day|priority|prime|eilzustellung|courier/i

const shippingOf = (party: AssessmentRequest['shipping']): OrderFacts['shipping'] => {
  const place = placeOf(party)
  const method = party?.method ?? null
  return place && { ...place, method, express: method !== null && expressWords.test(method) }
}

/** A number of some type is a valid one: its patterns are tried once. */
const phoneOf = ({ phone }: Readings): OrderFacts['phone'] => {
  if (phone === undefined) return null
  const { number } = phone
  const type = number?.getType() ?? null
  return { valid: type !== null || (number?.isValid() ?? false), country: number?.country ?? null, type }
}

const sameAddress = ({ billing, shipping }: AssessmentRequest, readings: Readings): boolean | null => {
  if (billing?.address_sha256 !== undefined && shipping?.address_sha256 !== undefined)
    return billing.address_sha256 === shipping.address_sha256
  if (!readings.billing || !readings.shipping) return null
  return readings.billing.value === readings.shipping.value
}

/** Words in any order: Doe Jo is Jo Doe. */
const foldName = (name: string): string => (foldText(name, '').match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')

const sameName = ({ billing, shipping }: AssessmentRequest): boolean | null => {
  if (billing?.name_sha256 !== undefined && shipping?.name_sha256 !== undefined)
    return billing.name_sha256 === shipping.name_sha256
  if (billing?.name === undefined || shipping?.name === undefined) return null
  return billing.name === shipping.name || foldName(billing.name) === foldName(shipping.name)
}

/** Norms are kept by it: enough to tell categories of one store apart. */
const categoryKeyLength = 12

const basketOf = (keys: StoreKeys, cart: AssessmentRequest['shopping_cart']): OrderFacts['basket'] => {
  if (cart === undefined) return null
  const named = cart.flatMap(({ category }) => (category === undefined ? [] : [category.toLowerCase()]))
  const categories = [...new Set(named)]
  return {
    lines: cart.length,
    items: cart.reduce((items, { quantity }) => items + (quantity ?? 1), 0),
    categories,
    categoryKeys: categories.map((category) => keys.digest('category', category).slice(0, categoryKeyLength)),
  }
}

/** Texts may name people, so they are kept as keyed hashes; numbers and flags as they are. */
const customOf = (keys: StoreKeys, inputs: AssessmentRequest['custom_inputs']): OrderFacts['custom'] =>
  Object.fromEntries(
    Object.entries(inputs ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? keys.digest('custom-input', value) : value,
    ]),
  )

const accountAgeDays = (createdAt: string | undefined, receivedAt: number): number | null =>
  createdAt === undefined ? null : Math.max(0, (receivedAt - Date.parse(createdAt)) / dayMs)

/** Every fact that needs a raw value is taken here; after this the raw values are gone. */
export const deriveFacts = (
  ips: Pick<IpFactsSource, 'of'>,
  keys: StoreKeys,
  request: AssessmentRequest,
  readings: Readings,
  receivedAt: number,
): OrderFacts => {
  const { event, order, account, billing, shipping, payment, device } = request
  return {
    event: event?.type ?? 'purchase',
    amount: order.amount,
    currency: order.currency,
    method: payment?.method ?? null,
    accountAgeDays: accountAgeDays(account?.created_at, receivedAt),
    hasAccount: account?.id !== undefined || account?.id_sha256 !== undefined,
    email: readings.email ? readEmail(readings.email.address, billing?.name ?? shipping?.name ?? null) : null,
    phone: phoneOf(readings),
    billing: placeOf(billing),
    shipping: shippingOf(shipping),
    sameAddress: sameAddress(request, readings),
    sameName: sameName(request),
    ip: device?.ip === undefined ? null : ips.of(device.ip),
    agent: device?.user_agent === undefined ? null : agentFacts(device.user_agent),
    card: { bin: payment?.bin ?? null, avs: payment?.avs ?? null, cvc: payment?.cvc ?? null },
    threeDSecure: payment?.three_d_secure ?? null,
    authorized: payment?.authorized ?? null,
    declineCode: payment?.decline_code ?? null,
    basket: basketOf(keys, request.shopping_cart),
    custom: customOf(keys, request.custom_inputs),
  }
}
