import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { decidedOf, decidedText, digest } from './digest.ts'
import { judge, noExtras } from './judge.ts'
import { defaultPolicy } from './policy.ts'
import { registry } from './registry.ts'

const nothing = judge(
  registry.map(() => null),
  defaultPolicy,
  noExtras,
)

test('is SHA-256 of the canonical form', () => {
  const text =
    '{"decision":"approve","reasons":[],"risk_level":"low","sum":70,"trust_score":70,"warnings":[{"code":"INPUT_UNKNOWN","pointer":"/order/foo"}]}'
  const warnings = [{ code: 'INPUT_UNKNOWN', pointer: '/order/foo' }]
  expect(digest(decidedOf(nothing, warnings))).toBe(createHash('sha256').update(text).digest('hex'))
})

test('written at once, it is canonical JSON', () => {
  const all = judge(
    registry.map((evidence) => (evidence.type === 'flag' ? true : evidence.type === 'number' ? 3 : null)),
    defaultPolicy,
    noExtras,
  )
  const decided = decidedOf(all, [{ code: 'INPUT_UNKNOWN', pointer: '/order/é"', detail: 'not "so"' }])
  expect(decided.reasons.length).toBeGreaterThan(5)
  expect(decidedText(decided)).toBe(canonicalJson(decided))
})

test('half a character in a field name is no reason to fail', () => {
  const decided = decidedOf(nothing, [{ code: 'INPUT_UNKNOWN', pointer: '/\ud800', detail: '\udc00' }])
  expect(decided.warnings).toEqual([{ code: 'INPUT_UNKNOWN', pointer: '/\uFFFD', detail: '\uFFFD' }])
  expect(digest(decided)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([{ sum: 71 }, { decision: 'review' as const }, { risk_level: 'high' as const }, { trust_score: 1 }])(
  'changes with %j',
  (change) => {
    const decided = decidedOf(nothing, [])
    expect(digest({ ...decided, ...change })).not.toBe(digest(decided))
  },
)
