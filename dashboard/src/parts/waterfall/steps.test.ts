import type { Reason } from '#contract/assessment.ts'
import { decisionAt, inReadingOrder, oddsSentence, waterfallSteps } from './steps.ts'

const reason = (code: string, points: number, without = 0): Reason => ({
  code,
  points,
  without,
  sentiment: points < 0 ? 'negative' : 'positive',
  scope: 'order',
  value: null,
  text: code,
})
const thresholds = { review: 40, decline: 20 }

test('losses come first, largest first, then gains, largest first', () => {
  const order = inReadingOrder([reason('a', 5), reason('b', -3), reason('c', -20), reason('d', 9), reason('e', 0)])
  expect(order.map(({ code }) => code)).toEqual(['c', 'b', 'd', 'a', 'e'])
})

test('each line begins where the one before ended, and the last ends at the sum', () => {
  const steps = waterfallSteps(
    { base: 70, decision: 'review', reasons: [reason('a', -22, 56), reason('b', -20, 54), reason('c', 6, 28)] },
    thresholds,
  )
  expect(steps.map(({ before, after }) => [before, after])).toEqual([
    [70, 48],
    [48, 28],
    [28, 34],
  ])
  expect(steps.map(({ flips }) => flips)).toEqual([true, true, false])
})

test('bars stay on the scale while the running score leaves it', () => {
  const [deep, back] = waterfallSteps(
    { base: 70, decision: 'decline', reasons: [reason('a', -90), reason('b', 4)] },
    thresholds,
  )
  expect([deep?.after, deep?.from, deep?.to]).toEqual([-20, 0, 70])
  expect([back?.after, back?.from, back?.to]).toEqual([-16, 0, 0])
})

test.each([
  [19, 'decline'],
  [20, 'review'],
  [39, 'review'],
  [40, 'approve'],
])('a score of %i means %s', (score, decision) => expect(decisionAt(score, thresholds)).toBe(decision))

test.each([
  [34, 'About 12 times the odds of fraud of an ordinary order'],
  [70, 'About the odds of fraud of an ordinary order'],
  [80, 'The odds of fraud are about 2 times lower than for an ordinary order'],
  [0, 'About 130 times the odds of fraud of an ordinary order'],
])('a score of %i reads as odds', (score, sentence) => expect(oddsSentence(70, score)).toBe(sentence))
