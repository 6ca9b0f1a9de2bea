import type { Decision } from '#contract/assessment.ts'
import { sentimentOf, type Line } from './reasons.ts'

/** approve@, review@ and decline@test.invalid, in test mode only. */
export type TestVerdict = Decision

/** A score in the middle of the default band of each verdict. */
const scoreOf: Readonly<Record<TestVerdict, number>> = { approve: 90, review: 30, decline: 5 }

/** The one reason of such an order: its points close the sum, whatever the store's base. */
export function testLines(verdict: TestVerdict, base: number): { lines: Line[]; exact: number } {
  const points = scoreOf[verdict] - base
  const text = `A test e-mail address asked for "${verdict}"`
  const sentiment = sentimentOf(points)
  const reason = { code: 'TEST_MAGIC', points, sentiment, scope: 'order', value: verdict, text } as const
  return { lines: [{ family: 'test', reason }], exact: points }
}
