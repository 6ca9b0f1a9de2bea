import fc from 'fast-check'
import { identifierKinds } from '#contract/identifier.ts'
import { hintOf } from './hint.ts'

test.each([
  ['email', 'jodoe@example.com', 'j***@e***.com'],
  ['email', 'ünal@xn--bcher-kva.co.uk', 'ü***@x***.uk'],
  ['email_domain', 'example.com', 'e***.com'],
  ['phone', '+4915112345678', '+49***78'],
  ['ip', '203.0.113.7', '203.0.***'],
  ['ip', '2001:db8::/64', '2001:***'],
  ['address', 'DE|53111|ring 1', 'DE ***'],
  ['card', 'pm_9fA1', '***A1'],
  ['account', 'c_7712', 'c***'],
  ['device', 'app-installation-1', 'a***'],
] as const)('%s %s is shown as %s', (kind, value, hint) => {
  expect(hintOf(kind, { value, flagged: false })).toBe(hint)
})

test('what could not be normalised, or is very short, is not shown', () => {
  expect(hintOf('email', { value: 'no address at all', flagged: true })).toBe('***')
  expect(hintOf('account', { value: '77', flagged: false })).toBe('***')
})

test('no hint holds more than eight characters of the value in a row', () => {
  const longEnough = fc.string({ minLength: 12, maxLength: 80 })
  fc.assert(
    fc.property(fc.constantFrom(...identifierKinds), longEnough, (kind, value) => {
      const hint = hintOf(kind, { value, flagged: false })
      for (let at = 0; at + 9 <= value.length; at += 1) expect(hint).not.toContain(value.slice(at, at + 9))
    }),
  )
})
