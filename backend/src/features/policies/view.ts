import type { CardView, PolicyRevision, PolicyView } from '#contract/console.ts'
import type { Author } from '#contract/rules.ts'
import type { Policy, ScoreCard } from '../../scoring/policy.ts'
import { registry } from '../../scoring/registry.ts'
import type { Actor } from '../audit/service.ts'
import type { StoredRevision } from '../merchants/service.ts'

const cardView = ({ base, thresholds, model }: ScoreCard): CardView => ({
  base,
  thresholds: { review: thresholds.review, decline: thresholds.decline },
  model,
})

const rulesIn = ({ rules }: Policy, wanted: string): number => rules.filter(({ state }) => state === wanted).length

export type AuthorOf = (actor: Actor) => Promise<Author>

export const adaptRevision = async (
  { revision, at, author, changes }: StoredRevision,
  authorOf: AuthorOf,
): Promise<PolicyRevision> => ({
  revision,
  at: new Date(at).toISOString(),
  author: author && (await authorOf(author)),
  changes: [...changes],
})

/** Everything of a policy that its page shows; rules have a page of their own. */
export const policyView = (policy: Policy, newest: PolicyRevision | undefined): PolicyView => {
  const off = new Set(policy.off)
  return {
    revision: policy.revision,
    changed_at: newest?.at ?? new Date(0).toISOString(),
    author: newest?.author ?? null,
    plan: policy.plan,
    control: policy.control && { share: policy.control.share, at_most: { ...policy.control.atMost } },
    cards: { standard: cardView(policy.cards.standard), cod: cardView(policy.cards.cod) },
    evidence: registry.map(({ name, title, family, scope }) => ({
      ...{ name, title, family, scope },
      on: !off.has(name),
      weight: policy.weights[name] ?? 1,
    })),
    rules: { live: rulesIn(policy, 'live'), shadow: rulesIn(policy, 'shadow'), off: rulesIn(policy, 'off') },
  }
}
