import { defaultPolicy, type Policy, type ScoreCard } from './policy.ts'

/** A policy as stores had it before there were cards, rules and plans. */
interface FormerPolicy {
  readonly revision: string
  readonly base: number
  readonly thresholds: ScoreCard['thresholds']
  readonly off: readonly string[]
}
/** Either shape; what a later revision added is missing in an earlier one. */
export type StoredPolicy = FormerPolicy | (Partial<Policy> & Pick<Policy, 'revision' | 'cards'>)

/** Reads what any release has stored. One card once decided every order, so both cards are that one. */
export function adaptPolicy(stored: StoredPolicy): Policy {
  if ('cards' in stored) return { ...defaultPolicy, ...stored }
  const { revision, base, thresholds, off } = stored
  const card: ScoreCard = { base, thresholds, tables: null, model: null }
  return { ...defaultPolicy, revision, off, cards: { standard: card, cod: card } }
}
