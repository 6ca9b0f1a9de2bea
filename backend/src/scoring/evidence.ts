import type { ReasonScope } from '#contract/assessment.ts'
import type { Context } from './context.ts'
import type { Past } from './past.ts'

export type EvidenceValue = number | boolean | string | null
export type Direction = 'more-is-worse' | 'more-is-better' | 'none'

/** Points from a value upwards, ascending; below the first they are 0. */
export type Steps = readonly (readonly [from: number, points: number])[]
/** Points when it is so, and when it is known not to be so. */
export interface Sides {
  readonly yes: number
  readonly no: number
}
/** Points of each known choice; any other says nothing. */
type Choices<Choice extends string> = Readonly<Record<Choice, number>>

interface Shape<Type extends string, Value, Points> {
  readonly type: Type
  /** Stable name that rules use, e.g. device.emails_24h. */
  readonly name: string
  /** Stable reason code, e.g. DEVICE_MANY_EMAILS_24H. */
  readonly code: string
  /** Code of the line when the points are a gain and mean the opposite, e.g. ADDRESS_MATCH. */
  readonly goodCode?: string
  /**
   * What the code stands for in a sum over orders: under 45 characters, no values of one order, no accusation, e.g.
   * "Delivery to another country than the bill". Not part of a verdict, so it may be reworded.
   */
  readonly title: string
  /** The same for `goodCode`. */
  readonly goodTitle?: string
  /** Evidences that say the same thing: the strongest counts fully, the next ones half, a quarter, ... */
  readonly family: string
  readonly scope: ReasonScope
  readonly direction: Direction
  /** Where the points come from: a likelihood ratio with its source, or a stated judgement. */
  readonly basis: string
  /** When the value is missing. It then counts nothing: unknown is never good, and never bad by itself. */
  readonly missing: string
  /** Listed among the reasons although it is worth nothing. */
  readonly informs?: true
  /** Unrounded points on the log-odds scale, -10 * log2(likelihood ratio), as data: what is learned later are these tables. */
  readonly points: Points
  /** Pure; null when it cannot know. */
  read(context: Context, past: Past): Value | null
  /** Under 70 characters, fact first, with number, thing and window. No accusation. Sees the stored value alone. */
  say(value: Value): string
}

/**
 * Whole numbers of things or of time; `share` within 0 to 1; `ratio`: how many times as much; `bits`: log2 of how many
 * times the usual odds, below 0 for less.
 */
export type Unit = 'count' | 'days' | 'minutes' | 'seconds' | 'share' | 'ratio' | 'bits'

export type NumberEvidence = Shape<'number', number, Steps> & { readonly unit: Unit }
export type FlagEvidence = Shape<'flag', boolean, Sides>
export type ChoiceEvidence<Choice extends string = string> = Shape<'choice', Choice, Choices<Choice>>

/**
 * One fact about an order and what it is worth. `points` and `say` know the stored value alone, so that any verdict can
 * be replayed from its evidence.
 */
export type Evidence = NumberEvidence | FlagEvidence | ChoiceEvidence

type NumberParts = Omit<NumberEvidence, 'type' | 'unit'>

const numbered =
  (unit: Unit) =>
  (evidence: NumberParts): NumberEvidence => ({ ...evidence, type: 'number', unit })

export const count = numbered('count')
export const days = numbered('days')
export const minutes = numbered('minutes')
export const seconds = numbered('seconds')
export const share = numbered('share')
export const ratio = numbered('ratio')
export const bits = numbered('bits')

const fractions: ReadonlySet<Unit> = new Set(['share', 'ratio', 'bits'])
export const isWhole = ({ unit }: Pick<NumberEvidence, 'unit'>): boolean => !fractions.has(unit)
export const flag = (evidence: Omit<FlagEvidence, 'type'>): FlagEvidence => ({ ...evidence, type: 'flag' })
export const choice = <Choice extends string>(evidence: Omit<ChoiceEvidence<Choice>, 'type'>): ChoiceEvidence => ({
  ...evidence,
  type: 'choice',
})

/** The codes of its lines, each with its title. */
export const codesOf = ({ code, title, goodCode, goodTitle }: Evidence): (readonly [code: string, title: string])[] =>
  goodCode !== undefined && goodTitle !== undefined
    ? [
        [code, title],
        [goodCode, goodTitle],
      ]
    : [[code, title]]
