import type { RuleAction, RuleState } from '#contract/rules.ts'
import type { ScoreTables } from './learning/tables.ts'

/** One question and its scale: how likely is this order bad? Ten points double or halve the odds. */
export interface ScoreCard {
  /** Where every order starts. */
  readonly base: number
  /** Below review: review. Below decline: decline. */
  readonly thresholds: { readonly review: number; readonly decline: number }
  /** Learned corrections to the expert points; null: the expert scorecard. */
  readonly tables: ScoreTables | null
  /** Id of the model that the tables and the base come from. */
  readonly model: string | null
}

export type LearnedPart = Pick<ScoreCard, 'base' | 'tables' | 'model'>

export interface PolicyRule {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly expression: string
  readonly action: RuleAction
  readonly state: RuleState
  /**
   * Texts of the expression by their keyed hash: custom inputs are stored as such hashes, and are read back as the text
   * that the rule itself names, and as nothing else.
   */
  readonly words: Readonly<Record<string, string>>
}

/** Share of would-be declines that is let through, so that learning sees what it stops. */
export interface ControlShare {
  /** 0 to 0.02 */
  readonly share: number
  /** Minor units per currency; orders above, or in other currencies, are never let through. */
  readonly atMost: Readonly<Record<string, number>>
}

/** All that a merchant's settings put into a verdict. Stored by revision, so a verdict can be replayed. */
export interface Policy {
  readonly revision: string
  readonly cards: { readonly standard: ScoreCard; readonly cod: ScoreCard }
  /** Evidence names that count for nothing in this store. */
  readonly off: readonly string[]
  /** By evidence name, 0 to 3: multiplies the expert points. */
  readonly weights: Readonly<Record<string, number>>
  /** In their order. */
  readonly rules: readonly PolicyRule[]
  /** shadow: everything is computed, nothing acts. */
  readonly plan: 'acting' | 'shadow'
  readonly control: ControlShare | null
  /** What was learned in test mode decides there alone (`policyIn`). */
  readonly testCards?: Readonly<Partial<Record<'standard' | 'cod', LearnedPart>>>
}

const expert = { tables: null, model: null }

export const defaultPolicy: Policy = {
  revision: 'pol_1',
  cards: {
    standard: { base: 70, thresholds: { review: 40, decline: 20 }, ...expert },
    // A call costs less than a refused parcel: review below 50 is from 3 refusals in 10 on, decline from 4 in 5.
    cod: { base: 70, thresholds: { review: 50, decline: 20 }, ...expert },
  },
  off: [],
  weights: {},
  rules: [],
  plan: 'acting',
  control: null,
}
