import fc from 'fast-check'
import { codesOf } from './evidence.ts'
import { headingOf } from './headings.ts'
import { judge, noExtras } from './judge.ts'
import { defaultPolicy } from './policy.ts'
import { registry } from './registry.ts'
import { anyPolicy, anyValues } from './testing/any.ts'

const titles = registry.flatMap(codesOf).map(([, title]) => title)

test('each title is used once', () => {
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

test.each(titles)('"%s" is short, told of no single order and accuses nobody', (title) => {
  expect(title).toMatch(/^[A-Z].{6,42}[a-z]$/)
  expect(title.replace(/\b\d+ (minutes|hours?|days)$/, '')).not.toMatch(/[\d%]/)
  expect(title).not.toMatch(/fraud|suspicious|criminal|stolen|fake|\bthis (order|card|device|phone)\b/i)
})

test.each(registry.map((evidence) => [evidence.name, evidence] as const))('%s has a title for each code', (_, its) => {
  expect(its.goodTitle === undefined).toBe(its.goodCode === undefined)
})

test('every line of a verdict has a heading of its own scope', () => {
  fc.assert(
    fc.property(anyValues, anyPolicy, (values, policy) => {
      const { reasons } = judge(values, policy, noExtras)
      expect(reasons.map(({ code }) => headingOf(code)?.scope)).toEqual(reasons.map(({ scope }) => scope))
    }),
  )
})

test('so does the line of a test address; a code from elsewhere has none', () => {
  const { reasons } = judge([], defaultPolicy, { ...noExtras, test: 'decline' })
  expect(reasons.map(({ code }) => headingOf(code)?.title)).toEqual(['Test e-mail address'])
  expect(headingOf('constructor')).toBeUndefined()
})
