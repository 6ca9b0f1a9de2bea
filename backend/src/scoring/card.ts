import type { CardName } from '#contract/console.ts'
import type { Weighing } from './counted.ts'
import type { EvidenceValues } from './measure.ts'
import type { Policy } from './policy.ts'
import { valueOf } from './value-of.ts'

/**
 * What evidence says about refusals rather than fraud, as a factor on its expert points; unnamed ones are 1. Judgements:
 * nobody steals a card to order on delivery, while who refused before refuses again.
 */
const codWeights: Readonly<Record<string, number>> = {
  // The card asks about this method alone; its base holds what the method is worth.
  'payment.method': 0,
  'phone.refused_30d': 1.5,
  'address.refused_30d': 1.5,
  'email.refused_24h': 1.5,
  // Signs of software and of hidden places belong to stolen cards.
  'automation.hints': 0.5,
  'device.hidden_parts': 0.5,
  'ip.hosting': 0.5,
  'location.time_zone_fits': 0.5,
  'location.ip_billing_fits': 0.5,
}

/** Cash on delivery is its own question: bad is a refusal, and 70 is 10% of them. */
export const cardOf = (values: EvidenceValues): CardName =>
  valueOf(values, 'payment.method') === 'cod' ? 'cod' : 'standard'

const weighings = new WeakMap<Policy, Map<CardName, Weighing>>()

/** How a policy weighs evidence on one of its cards. A policy never changes: it is asked once, and known by its weighing. */
export function weighingOf(policy: Policy, name: CardName): Weighing {
  const known = weighings.get(policy) ?? new Map<CardName, Weighing>()
  weighings.set(policy, known)
  const { off, weights, cards } = policy
  const weighing = known.get(name) ?? {
    ...{ off, weights: name === 'cod' ? codWeighting(weights) : weights },
    tables: cards[name].tables,
  }
  known.set(name, weighing)
  return weighing
}

function codWeighting(weights: Policy['weights']): Policy['weights'] {
  const own = Object.entries(weights)
  if (own.length === 0) return codWeights
  return { ...codWeights, ...Object.fromEntries(own.map(([name, by]) => [name, by * (codWeights[name] ?? 1)])) }
}
