import type { Decision } from '#contract/assessment.ts'
import type { Line } from './reasons.ts'

/** approve@, review@ and decline@test.invalid, in test mode only. */
export type TestVerdict = Decision

/** A score in the middle of the default band of each verdict. */
const scoreOf: Readonly<Record<TestVerdict, number>> = { approve: 90, review: 30, decline: 5 }

/** The one reason of such an order: its points close the sum, whatever the store's base. */
export function testLine(verdict: TestVerdict, base: number): Line {
  const points = scoreOf[verdict] - base
  return {
    family: 'test',
    exact: points,
    reason: {
      code: 'TEST_MAGIC',
      points,
      sentiment: points === 0 ? 'neutral' : points < 0 ? 'negative' : 'positive',
      scope: 'order',
      value: verdict,
      text: `A test e-mail address asked for "${verdict}"`,
    },
  }
}
