import type { OrderFacts } from '../../scoring/context.ts'
import type { Learned } from '../../scoring/learning/learn.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { Known } from './outcome-memory.ts'
import { createLearner, type CardName, type Learner } from './learner.ts'

export interface Training {
  readonly at: number
  readonly card: CardName
  readonly learned: Learned
}

/** An order as it was scored; it waits here until its outcome is known. */
export interface ScoredOrder {
  readonly values: EvidenceValues
  readonly facts: OrderFacts
}

export const cardOf = ({ method }: OrderFacts): CardName => (method === 'cod' ? 'cod' : 'standard')

const cards = ['standard', 'cod'] as const

/** Trains both cards at fixed instants of the data's time, on what had become known by then. */
export const createTrainer = (everyMs: number, policy: Policy) => {
  const learners: Record<CardName, Learner> = {
    standard: createLearner('standard', policy),
    cod: createLearner('cod', policy),
  }
  const waiting = new Map<string, ScoredOrder>()
  const trainings: Training[] = []
  let next: number | null = null

  return {
    scored: (orderRef: string, order: ScoredOrder): void => {
      waiting.set(orderRef, order)
    },

    outcome: ({ placed, standing }: Known): void => {
      const { orderRef, at, cod } = placed
      const { outcome, knownAt } = standing
      const learner = learners[cod ? 'cod' : 'standard']
      const scored = waiting.get(orderRef)
      const bad = outcome === 'bad'
      if ((!bad && outcome !== 'good') || knownAt === null) learner.forget(orderRef)
      else if (learner.knows(orderRef)) learner.correct(orderRef, bad)
      else if (scored) learner.learnOf({ orderRef, at, ...scored, bad, knownAt })
      // Its evidence is kept while silence may still end.
      if (learner.knows(orderRef)) waiting.delete(orderRef)
    },

    /** The instant of the training that is due by now, e.g. the last midnight; null: none. */
    dueAt: (now: number): number | null => {
      next ??= (Math.floor(now / everyMs) + 1) * everyMs
      if (now < next) return null
      const cut = Math.floor(now / everyMs) * everyMs
      next = cut + everyMs
      return cut
    },

    /** The policy after it. */
    train: (at: number, before: Policy): Policy => {
      let after = before
      for (const card of cards) {
        const learned = learners[card].train()
        if (!learned) continue
        const { base, tables } = learned
        const scoreCard = { ...after.cards[card], base, tables, model: tables?.id ?? null }
        after = { ...after, cards: { ...after.cards, [card]: scoreCard } }
        trainings.push({ at, card, learned })
      }
      return after
    },
    trainings: (): readonly Training[] => trainings,
  }
}
