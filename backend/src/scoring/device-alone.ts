import { deviceFamilies } from './families.ts'
import { decisionOf, held } from './levels.ts'
import type { ScoreCard } from './policy.ts'
import type { Line } from './reasons.ts'

/**
 * Whether nothing but a recognised device stands behind a decline: either no other line speaks against the order, or
 * the order would have been approved without the device's lines. Such an order goes to review.
 */
export function deviceAloneDeclines(lines: readonly Line[], card: ScoreCard): boolean {
  const against = lines.filter(({ reason }) => reason.points < 0)
  const others = against.filter(({ family }) => !deviceFamilies.has(family))
  if (others.length === against.length) return false
  if (others.length === 0) return true
  const kept = lines.filter(({ family, reason }) => reason.points > 0 || !deviceFamilies.has(family))
  const without = kept.reduce((total, { reason }) => total + reason.points, card.base)
  return decisionOf(held(without), card) === 'approve'
}

/** Shown beside the other reasons, so that anyone sees why a score this low was not declined. */
export const deviceAloneLine: Line = {
  family: 'guard',
  reason: {
    code: 'DEVICE_ALONE',
    points: 0,
    sentiment: 'neutral',
    scope: 'device',
    value: true,
    text: 'Only the device speaks against it: held for review, not declined',
  },
}
