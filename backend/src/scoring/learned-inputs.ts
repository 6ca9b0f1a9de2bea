import type { OrderFacts } from './context.ts'

export type LearnedInputs = Readonly<Record<string, number | boolean | string>>

/** Asked of every order where there are tables: a loop costs a third of what lists of pairs do. */
function present(inputs: Record<string, number | boolean | string | null | undefined>): LearnedInputs {
  const known: Record<string, number | boolean | string> = {}
  for (const name in inputs) {
    const value = inputs[name]
    if (value !== null && value !== undefined) known[name] = value
  }
  return known
}

const perCurrency = (custom: OrderFacts['custom'], amounts: readonly string[], currency: string): LearnedInputs =>
  Object.fromEntries(
    Object.entries(custom).map(([name, value]) => [
      amounts.includes(name) ? `${name}.${currency.toLowerCase()}` : name,
      value,
    ]),
  )

/** 53 is one place in Germany and another in France. */
const postalArea = (place: OrderFacts['shipping']): string | null =>
  place?.postalPrefix ? `${place.country ?? ''}-${place.postalPrefix}` : null

/**
 * What only a store's own orders can teach: its custom inputs, and the plain facts of an order that no expert could weigh
 * beforehand, as amounts in the store's own prices, card ranges and countries. Names with a dot are ours: a custom input has
 * none. No value of a person is among them.
 */
export function learnedInputs(facts: OrderFacts): LearnedInputs {
  const { custom, amounts, currency } = facts
  return {
    ...(amounts ? perCurrency(custom, amounts, currency) : custom),
    ...present({
      // A table per currency: 5,000 yen are not 5,000 cents.
      [`amount.${currency.toLowerCase()}`]: facts.amount,
      'card.bin': facts.card.bin,
      'billing.country': facts.billing?.country,
      'shipping.country': facts.shipping?.country,
      'shipping.region': facts.shipping?.region?.toLowerCase(),
      'shipping.postal': postalArea(facts.shipping),
      'shipping.method': facts.shipping?.method?.toLowerCase(),
      'ip.country': facts.ip?.country,
      'ip.network': facts.ip?.asn === null || facts.ip?.asn === undefined ? null : `AS${facts.ip.asn}`,
      'agent.browser': facts.agent?.browser,
      'agent.os': facts.agent?.os,
      'basket.category': facts.basket?.categories[0],
    }),
  }
}
