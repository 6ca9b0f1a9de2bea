import type { Reason } from '#contract/assessment.ts'
import { foldSmall, isFold } from './fold-small.ts'
import { waterfallSteps } from './steps.ts'

const reasonsOf = (points: readonly number[]): Reason[] =>
  points.map((value, index) => ({
    code: `R${index}`,
    points: value,
    without: 0,
    sentiment: 'negative',
    scope: 'order',
    value: null,
    text: '',
  }))
const linesOf = (points: readonly number[]) =>
  foldSmall(waterfallSteps({ base: 70, decision: 'decline', reasons: reasonsOf(points) }, { review: 40, decline: 20 }))

test('few lines stay as they are', () => expect(linesOf([-30, -1, -1, -1, -2, 1, 1, 1]).some(isFold)).toBe(false))

test('many small lines of one direction become one, and the sum runs through it', () => {
  const points = [-30, -20, -10, -9, -8, -2, -2, -1, -1, 9, 2, 1, 1, 1, 0]
  const lines = linesOf(points)
  expect(
    lines.map((line) => (isFold(line) ? `${line.steps.length} together ${line.points}` : line.reason.points)),
  ).toEqual([-30, -20, -10, -9, -8, '4 together -6', 9, '4 together 5', 0])
  let running = 70
  for (const line of lines) {
    expect(line.before).toBe(running)
    running = line.after
  }
  expect(running).toBe(70 + points.reduce((sum, value) => sum + value, 0))
})

test('two small lines are not worth folding', () =>
  expect(linesOf([...Array<number>(12).fill(-5), -1, -1]).some(isFold)).toBe(false))
