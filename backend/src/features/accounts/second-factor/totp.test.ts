import { Secret, TOTP } from 'otpauth'
import { createTotpSecret, stepOfCode } from './totp.ts'

const secret = createTotpSecret()
const now = Date.UTC(2026, 10, 22, 9, 0, 10)
const step = Math.floor(now / 30_000)
const codeAt = (seconds: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + seconds * 1000 })

test.each([
  ['right', 0, step],
  ['half a minute late', -30, step - 1],
  ['half a minute early', 30, step + 1],
  ['a minute late', -60, undefined],
  ['a minute early', 60, undefined],
  ['a day off', 86_400, undefined],
])('a phone whose clock is %s', (_, seconds, expected) => {
  expect(stepOfCode(secret, codeAt(seconds), now)).toBe(expected)
})

test.each(['', '12345', '1234567', '12345a', '１２３４５６', ' 12345'])('%j is no code', (code) => {
  expect(stepOfCode(secret, code, now)).toBeUndefined()
})

test('secrets are 160 bits, and no two are alike', () => {
  const drawn = Array.from({ length: 200 }, createTotpSecret)
  for (const one of drawn) expect(Secret.fromBase32(one).bytes).toHaveLength(20)
  expect(new Set(drawn).size).toBe(200)
})
