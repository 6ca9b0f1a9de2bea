import type { Tenant } from '../../platform/outbox/outbox.ts'
import { baseOf } from '../../scoring/base.ts'
import type { Policy, ScoreCard } from '../../scoring/policy.ts'
import type { Actor } from '../audit/service.ts'
import type { PolicyEdit } from '../merchants/service.ts'
import type { OutcomeTotals } from './totals.ts'

export interface MoveBasesDeps {
  readonly merchantIds: () => Promise<readonly string[]>
  readonly policy: (merchantId: string) => Promise<Policy>
  readonly changePolicy: (actor: Actor, merchantId: string, edit: PolicyEdit) => Promise<Policy>
  readonly totals: (tenant: Tenant) => Promise<OutcomeTotals>
}

const worker: Actor = { type: 'worker', id: null }
const cards = ['standard', 'cod'] as const

/** A card with a learned model starts where the model says. */
const moved = (card: ScoreCard, base: number): ScoreCard => (card.model === null ? { ...card, base } : card)

const withBases = (policy: Policy, { standard, cod }: OutcomeTotals): Policy => ({
  ...policy,
  cards: {
    standard: moved(policy.cards.standard, baseOf(standard)),
    cod: moved(policy.cards.cod, baseOf(cod, 'cod')),
  },
})

const told = (before: Policy, after: Policy): readonly string[] =>
  cards
    .filter((card) => before.cards[card].base !== after.cards[card].base)
    .map((card) => {
      const name = card === 'cod' ? 'Cash on delivery starts' : 'Every order starts'
      return `${name} at ${after.cards[card].base} instead of ${before.cards[card].base}, from known outcomes`
    })

/** A store's start follows its own known outcomes, of real orders alone. Each move is a revision of the policy. */
export const createMoveBases =
  ({ merchantIds, policy, changePolicy, totals }: MoveBasesDeps) =>
  async (): Promise<number> => {
    let changed = 0
    for (const merchantId of await merchantIds()) {
      const known = await totals({ merchantId, mode: 'live' })
      const before = await policy(merchantId)
      if (told(before, withBases(before, known)).length === 0) continue
      await changePolicy(worker, merchantId, { apply: (current) => withBases(current, known), changes: told })
      changed += 1
    }
    return changed
  }
