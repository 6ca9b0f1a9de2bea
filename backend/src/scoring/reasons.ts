import type { Reason } from '#contract/assessment.ts'
import { countedOf, type Counted, type Weighing } from './counted.ts'
import type { Evidence, EvidenceValue } from './evidence.ts'
import { roundPoints } from './families.ts'
import { held } from './levels.ts'
import type { EvidenceValues } from './measure.ts'
import { isSayable, sentenceOf } from './points.ts'

/** A reason before the sum is known. */
export interface Line {
  readonly family: string
  readonly reason: Omit<Reason, 'without'>
}

/** What each stored value is worth under this policy, discounted within its family, in registry order. */
/** `said: false`: without sentences, where nobody reads them. */
export function linesOf(values: EvidenceValues, policy: Weighing, said = true): { lines: Line[]; exact: number } {
  const lines: Line[] = []
  let exact = 0
  for (const counted of countedOf(values, policy)) {
    const line = lineOf(counted, said)
    exact += counted.worth
    if (line) lines.push(line)
  }
  return { lines, exact }
}

/** None when less than half a point is left, or the value is none that this evidence could have read. */
function lineOf({ evidence, value, family, worth }: Counted, said: boolean): Line | null {
  const points = roundPoints(worth)
  if (points === 0 && !(evidence.informs && value !== null)) return null
  if (value !== null && !isSayable(evidence, value)) return null
  const text = said ? textOf(evidence, value) : ''
  const { scope } = evidence
  return {
    family,
    reason: { code: codeOf(evidence, value, points), points, sentiment: sentimentOf(points), scope, value, text },
  }
}

const textOf = (evidence: Evidence, value: EvidenceValue): string =>
  value === null ? unknownText(evidence) : (sentenceOf(evidence, value) ?? '')

function codeOf({ code, goodCode }: Evidence, value: EvidenceValue, points: number): string {
  if (value === null) return unknownCode(code)
  return points > 0 && goodCode !== undefined ? goodCode : code
}

/** Learned tables may say that not knowing is worse than usual here. */
export const unknownCode = (code: string): string => `${code}_NOT_KNOWN`
const unknownText = ({ title }: Evidence): string => `Not known here: ${title}`

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
