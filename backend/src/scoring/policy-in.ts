import type { LearnedPart, Policy } from './policy.ts'

/** The policy as it decides in test or live mode: settings are shared, what was learned is not. */
export function policyIn(policy: Policy, mode: 'test' | 'live'): Policy {
  const { testCards } = policy
  if (mode === 'live' || !testCards) return policy
  const { standard, cod } = policy.cards
  return { ...policy, cards: { standard: { ...standard, ...testCards.standard }, cod: { ...cod, ...testCards.cod } } }
}

/** The same policy with another model on one card. */
export function withModel(
  policy: Policy,
  mode: 'test' | 'live',
  card: 'standard' | 'cod',
  learned: LearnedPart,
): Policy {
  if (mode === 'test') return { ...policy, testCards: { ...policy.testCards, [card]: learned } }
  return { ...policy, cards: { ...policy.cards, [card]: { ...policy.cards[card], ...learned } } }
}
