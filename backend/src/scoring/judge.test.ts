import { judge, noExtras, type Judgement } from './judge.ts'
import { measure } from './measure.ts'
import { defaultPolicy, type Policy } from './policy.ts'
import { registry } from './registry.ts'
import { policyWith } from './testing/policies.ts'
import { contextOf, eventAgo, hours, plainEmail, profileOf } from './testing/contexts.ts'
import type { Context } from './context.ts'

const judged = (context: Context, policy: Policy = defaultPolicy): Judgement =>
  judge(measure(context).values, policy, noExtras)

const nothing = registry.map(() => null)
const crowdedDevice = profileOf(
  [1, 2, 3, 4, 5, 6].map((n) => eventAgo(n * hours, { partners: { email: `e${n}` } })),
  { kind: 'device' },
)

test('an order of which nothing is known is worth the base', () => {
  expect(judge(nothing, defaultPolicy, noExtras)).toEqual({
    base: 70,
    sum: 70,
    trust_score: 70,
    raw_score: 70,
    risk_level: 'low',
    decision: 'approve',
    would_decide: null,
    decided_by: { type: 'score', id: null, name: null },
    recommendation: 'none',
    control: false,
    reasons: [],
    card: 'standard',
    rules: [],
  })
})

test('lists losses before gains, largest first, each with the score without it', () => {
  const { reasons, sum } = judged(
    contextOf({
      order: { sameAddress: true, email: { ...plainEmail, disposable: true } },
      session: { automation: ['webdriver', 'headless'] },
    }),
  )
  expect(reasons.map(({ code, points, without }) => [code, points, without])).toEqual(
    expect.arrayContaining([
      ['AUTOMATION_HINTS', -23, sum + 23],
      ['EMAIL_DISPOSABLE', -18, sum + 18],
      ['ADDRESS_MATCH', 6, sum - 6],
    ]),
  )
  const points = reasons.map((reason) => reason.points)
  expect(points).toEqual([...points.filter((n) => n < 0).sort((a, b) => a - b), ...points.filter((n) => n > 0)])
})

test('an evidence that is off counts for nothing', () => {
  const context = contextOf({ order: { sameAddress: true } })
  const off = { ...defaultPolicy, off: ['order.same_address'] }
  expect(judged(context, off).reasons.map(({ code }) => code)).not.toContain('ADDRESS_MATCH')
})

test("decisions follow the store's thresholds, levels do not", () => {
  const context = contextOf({ session: {}, order: { email: { ...plainEmail, disposable: true } } })
  const strict = policyWith({ thresholds: { review: 100, decline: 60 } })
  expect(judged(context, strict)).toMatchObject({ risk_level: 'medium', decision: 'decline' })
})

test('the device alone never declines, and says so', () => {
  const context = contextOf({ session: {}, profiles: { device: crowdedDevice } })
  const low = policyWith({ base: 30 })
  expect(judged(context, low)).toMatchObject({
    decision: 'review',
    decided_by: { type: 'score', id: null, name: 'The device alone never declines' },
  })
  expect(judged(context, low).trust_score).toBeLessThan(20)
  expect(judged(context, low).reasons.at(-1)).toMatchObject({ code: 'DEVICE_ALONE', points: 0, sentiment: 'neutral' })
})

test('the device declines beside evidence that would not have been approved anyway', () => {
  const context = contextOf({
    session: { automation: ['webdriver', 'headless', 'plugins'] },
    order: { email: { ...plainEmail, disposable: true } },
    profiles: { device: crowdedDevice },
  })
  expect(judged(context)).toMatchObject({ decision: 'decline', recommendation: 'hold_shipment' })
})

test.each([
  ['approve', 90, 'low'],
  ['review', 30, 'high'],
  ['decline', 5, 'critical'],
] as const)('a test address that asks for %s gets it with one reason', (test, score, level) => {
  const verdict = judge(nothing, policyWith({ base: 64 }), { ...noExtras, test })
  expect(verdict).toMatchObject({ decision: test, trust_score: score, sum: score, risk_level: level })
  expect(verdict.decided_by.type).toBe('test')
  expect(verdict.reasons).toMatchObject([{ code: 'TEST_MAGIC', points: score - 64, without: 64 }])
})

test('a held score takes each line from what was held', () => {
  const values = registry.map(({ name }) => (name === 'automation.hints' ? 9 : null))
  const verdict = judge(values, policyWith({ base: 20 }), noExtras)
  expect(verdict).toMatchObject({ sum: -8, trust_score: 0, raw_score: -8 })
  expect(verdict.reasons).toMatchObject([{ points: -28, without: 28 }])
})
