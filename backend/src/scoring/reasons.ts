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
  readonly reason: Omit<Reason, 'without'>
}

/** What each stored value is worth under this policy, discounted within its family, in registry order. */
export function linesOf(values: EvidenceValues, policy: Policy): { lines: Line[]; exact: number } {
  const counted = countedOf(values, new Set(policy.off))
  const shares = familyShares(counted)
  const lines: Line[] = []
  let exact = 0
  counted.forEach((seen, index) => {
    const worth = seen.prior * (shares[index] ?? 1)
    const line = lineOf(seen, worth)
    exact += worth
    if (line) lines.push(line)
  })
  return { lines, exact }
}

interface Counted {
  readonly evidence: Evidence
  readonly value: EvidenceValue
  readonly family: string
  readonly prior: number
}

/** Most evidence says nothing about most orders: only what does goes further. */
function countedOf(values: EvidenceValues, off: ReadonlySet<string>): Counted[] {
  const counted: Counted[] = []
  registry.forEach((evidence, index) => {
    const value = values[index] ?? null
    if (value === null || off.has(evidence.name)) return
    const prior = pointsOf(evidence, value)
    if (prior !== 0 || evidence.informs) counted.push({ evidence, value, family: evidence.family, prior })
  })
  return counted
}

/** None when the discount left less than half a point, or the value is none that this evidence could have read. */
function lineOf({ evidence, value, family }: Counted, exact: number): Line | null {
  const points = roundPoints(exact)
  if (points === 0 && !evidence.informs) return null
  const text = sentenceOf(evidence, value)
  if (text === null) return null
  const code = points > 0 && evidence.goodCode ? evidence.goodCode : evidence.code
  const { scope } = evidence
  return { family, reason: { code, points, sentiment: sentimentOf(points), scope, value, text } }
}

export const sentimentOf = (points: number): Reason['sentiment'] =>
  points === 0 ? 'neutral' : points < 0 ? 'negative' : 'positive'

/** Largest loss first, then gains, largest first, then what only informs; equal ones in registry order. */
export function listed(lines: readonly Line[], sum: number): Reason[] {
  const score = held(sum)
  return lines
    .map(({ reason: { code, points, sentiment, scope, value, text } }) => {
      return { code, points, sentiment, scope, value, text, without: score - points }
    })
    .sort((a, b) => rank(a.points) - rank(b.points) || Math.abs(b.points) - Math.abs(a.points))
}

const rank = (points: number) => (points < 0 ? 0 : points > 0 ? 1 : 2)
