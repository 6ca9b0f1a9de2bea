import type { ReasonScope } from '#contract/assessment.ts'
import type { Context } from './context.ts'

export type EvidenceValue = number | boolean | string | null
export type Direction = 'more-is-worse' | 'more-is-better' | 'none'

/**
 * One fact about an order and what it is worth. `read` is pure and answers null when it cannot know;
 * `points` and `say` see the stored value alone, so that any verdict can be replayed from its evidence.
 */
export interface Evidence<Value extends EvidenceValue = EvidenceValue> {
  /** Stable name that rules use, e.g. device.emails_24h. */
  readonly name: string
  /** Stable reason code, e.g. DEVICE_MANY_EMAILS_24H. */
  readonly code: string
  /** Evidences that say the same thing: the strongest counts fully, the next ones half, a quarter, ... */
  readonly family: string
  readonly scope: ReasonScope
  readonly direction: Direction
  /** Where the points come from: a likelihood ratio with its source, or a stated judgement. */
  readonly basis: string
  readonly read: (context: Context) => Value | null
  /** Unrounded points on the log-odds scale: -10 * log2(likelihood ratio). 0 says nothing. */
  readonly points: (value: Value) => number
  /** Under 70 characters, fact first, with number, thing and window. No accusation. */
  readonly say: (value: Value) => string
}
