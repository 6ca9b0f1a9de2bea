import type { Rule } from '#contract/rules.ts'
import { actionOf, changeOf, draftOf, draftProblem, emptyDraft, isChanged, pointsOf } from './draft.ts'

const rule = {
  name: 'Many e-mails',
  expression: 'device.emails_24h >= 3',
  action: { type: 'points', points: -8 },
  state: 'shadow',
} as unknown as Rule

test('a form that was not touched is no change', () => {
  expect(isChanged(draftOf(rule), rule)).toBe(false)
  expect(isChanged({ ...draftOf(rule), points: '-9' }, rule)).toBe(true)
  expect(isChanged({ ...emptyDraft, points: '3' }, null)).toBe(false)
})

test('only what differs is sent', () => {
  expect(changeOf({ ...draftOf(rule), state: 'live' }, rule.action, rule)).toEqual({ state: 'live' })
  expect(changeOf({ ...draftOf(rule), expression: ' device.emails_24h >= 3 ' }, { type: 'block' }, rule)).toEqual({
    action: { type: 'block' },
  })
})

test.each([
  ['−12', -12],
  [' 7 ', 7],
  ['0', null],
  ['1.5', null],
  ['101', null],
  ['', null],
])('%j are %j points', (text, points) => expect(pointsOf(text)).toBe(points))

test('what is missing is said one after the other', () => {
  expect(draftProblem(emptyDraft)).toMatch(/name/)
  expect(draftProblem({ ...emptyDraft, name: 'A' })).toMatch(/when/)
  expect(draftProblem({ ...emptyDraft, name: 'A', expression: 'true', type: 'points', points: 'x' })).toMatch(/whole/)
  expect(draftProblem({ ...emptyDraft, name: 'A', expression: 'true' })).toBeNull()
  expect(actionOf({ ...emptyDraft, type: 'block' })).toEqual({ type: 'block' })
})
