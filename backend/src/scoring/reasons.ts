import type { Reason } from '#contract/assessment.ts'
import type { Evidence, EvidenceValue } from './evidence.ts'
import { familyShares, roundPoints } from './families.ts'
import { held } from './levels.ts'
import type { EvidenceValues } from './measure.ts'
import { pointsOf, sentenceOf } from './points.ts'
import type { Policy } from './policy.ts'
import { registry } from './registry.ts'

/** A reason before the sum is known. */
export interface Line {
  readonly family: string
  /** Discounted, not rounded: for ranking. */
  readonly exact: number
  readonly reason: Omit<Reason, 'without'>
}

/** What each stored value is worth under this policy, discounted within its family, in registry order. */
export function linesOf(values: EvidenceValues, policy: Policy): Line[] {
  const counted = registry
    .map((evidence, index) => ({ evidence, value: values[index] ?? null }))
    .filter(({ evidence, value }) => value !== null && !policy.off.includes(evidence.name))
    .map((seen) => ({ ...seen, family: seen.evidence.family, prior: pointsOf(seen.evidence, seen.value) }))
    .filter(({ evidence, prior }) => prior !== 0 || evidence.informs)
  const shares = familyShares(counted)
  return counted
    .map(({ evidence, value, family, prior }, index) => lineOf(evidence, value, family, prior * (shares[index] ?? 1)))
    .filter(({ reason }, index) => reason.points !== 0 || counted[index]?.evidence.informs)
}

function lineOf(evidence: Evidence, value: EvidenceValue, family: string, exact: number): Line {
  const points = roundPoints(exact)
  return {
    family,
    exact,
    reason: {
      code: points > 0 && evidence.goodCode ? evidence.goodCode : evidence.code,
      points,
      sentiment: sentimentOf(points),
      scope: evidence.scope,
      value,
      text: sentenceOf(evidence, value) ?? evidence.code,
    },
  }
}

export const sentimentOf = (points: number): Reason['sentiment'] =>
  points === 0 ? 'neutral' : points < 0 ? 'negative' : 'positive'

/** Largest loss first, then gains, largest first, then what only informs; equal ones in registry order. */
export function listed(lines: readonly Line[], sum: number): Reason[] {
  return lines
    .map(({ reason }) => ({ ...reason, without: held(sum) - reason.points }))
    .sort((a, b) => rank(a.points) - rank(b.points) || Math.abs(b.points) - Math.abs(a.points))
}

const rank = (points: number) => (points < 0 ? 0 : points > 0 ? 1 : 2)
