import type { ControlShare } from './policy.ts'
import type { RuleFields } from './rules/rule-fields.ts'

/** Most that may ever be let through, whatever is stored. */
export const mostControl = 0.02

/** Whether an order may be let through at all: only one whose amount is known and small enough. */
export function letsThrough(control: ControlShare | null, fields: RuleFields | null): boolean {
  if (!control || !fields) return false
  const { amount, currency } = fields.order
  return Object.hasOwn(control.atMost, currency) && amount <= (control.atMost[currency] ?? 0)
}

/** `digest` is a keyed one of the order id: the same order draws the same every time, and nobody can foresee the draw. */
export function drawsControl(control: ControlShare | null, digest: string): boolean {
  if (!control) return false
  const drawn = Number.parseInt(digest.slice(0, 12), 16) / 2 ** 48
  return drawn < Math.min(mostControl, control.share)
}
