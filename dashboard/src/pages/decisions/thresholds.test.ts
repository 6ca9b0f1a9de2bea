import { thresholdProblems, thresholdSentence } from './thresholds.ts'

test.each([
  [{ review: 40, decline: 20 }, 'Scores of 0 to 19 are declined, of 20 to 39 go to review, from 40 are approved.'],
  [{ review: 1, decline: 1 }, 'Scores of 0 are declined, from 1 are approved.'],
  [{ review: 40, decline: 0 }, 'Scores of 0 to 39 go to review, from 40 are approved.'],
  [{ review: 0, decline: 0 }, 'Scores from 0 are approved.'],
])('%j reads as a sentence', (thresholds, sentence) => expect(thresholdSentence(thresholds)).toBe(sentence))

test.each([
  [{ review: 40, decline: 20 }, []],
  [{ review: 40, decline: 45 }, ['decline']],
  [{ review: 101, decline: 20 }, ['review']],
  [{ review: Number.NaN, decline: 20 }, ['review']],
  [{ review: 40, decline: 2.5 }, ['decline']],
])('%j is wrong in %j', (thresholds, fields) => expect(Object.keys(thresholdProblems(thresholds))).toEqual(fields))
