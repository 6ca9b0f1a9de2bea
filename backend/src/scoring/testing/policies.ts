import { defaultPolicy, type Policy, type PolicyRule, type ScoreCard } from '../policy.ts'

/** The default policy with another standard card. */
export const policyWith = (card: Partial<ScoreCard>, more: Partial<Policy> = {}): Policy => ({
  ...defaultPolicy,
  ...more,
  cards: { ...defaultPolicy.cards, standard: { ...defaultPolicy.cards.standard, ...card } },
})

let rules = 0
export const aRule = (more: Partial<PolicyRule> = {}): PolicyRule => {
  rules += 1
  const named = { id: `rul_${rules}`, version: 1, name: `Rule ${rules}`, expression: 'true', words: {} }
  return { ...named, action: { type: 'review' }, state: 'live', ...more }
}
