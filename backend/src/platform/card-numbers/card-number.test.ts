import fc from 'fast-check'
import { findCardNumber } from './find-card-number.ts'
import { holdsCardNumber } from './card-number.ts'

// Test numbers that the schemes and processors publish.
test.each([
  '4111111111111111',
  '4242 4242 4242 4242',
  '4222222222222',
  '5555-5555-5555-4444',
  '2223003122003222',
  '378282246310005',
  '3782 822463 10005',
  '30569309025904',
  '6011111111111117',
  '3566002020360505',
  '6200000000000005',
  '4111.1111.1111.1111',
  '4111\u200b1111\u200b1111\u200b1111',
  '4111 – 1111 – 1111 – 1111',
  'card 4111111111111111, thanks',
  'tok_4111111111111111',
  'CARD4111111111111111X',
  'flat 12 4111 1111 1111 1111 05/28',
  '４１１１１１１１１１１１１１１１',
  '٤١١١١١١١١١١١١١١١',
])('%s is refused', (text) => {
  expect(holdsCardNumber(text)).toBe(true)
})

test.each([
  ['a wrong check digit', '4111111111111112'],
  ['no issuer starts with 1', '1234567890123452'],
  ['zeros', '0000000000000000'],
  ['a millisecond time', '1795165200000'],
  ['an IMEI, which has a Luhn digit too', '356938035643809'],
  ['an article number', '4006381333931'],
  ['a longer number that holds one', '99411111111111111199'],
  ['a telephone number', '+49 151 12345678'],
  ['a telephone number of 13 digits', '+4915112345673'],
  ['a digest', '00411111111111111100ab5e9c0e6a2d4f4d1c4aa1b2c3d4e5f60718293a4b5c'],
  ['a UUID', '41111111-1111-1111-8111-11111111111a'],
  ['an IPv6 address', '2001:db8:4111:1111:1111:1111::1'],
  ['a browser', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.6778.204 Safari/537.36'],
  ['a time', '2026-11-20T06:00:00.000000Z'],
  ['numbers in different places', 'a 4111 b 1111 c 1111 d 1111'],
])('%s passes: %s', (_, text) => {
  expect(holdsCardNumber(text)).toBe(false)
})

test.each([
  [{ order: { id: '4111111111111111' } }, '/order/id'],
  [{ custom_inputs: { note: 4111111111111111 } }, '/custom_inputs/note'],
  [{ custom_inputs: { note: 4111111111111111.5 } }, '/custom_inputs/note'],
  [{ a: [{ b: [['x', '4111 1111 1111 1111']] }] }, '/a/0/b/0/1'],
  [{ custom_inputs: { '4111111111111111': 1 } }, '/custom_inputs'],
  [{ billing: { phone: '4111111111111111' } }, '/billing/phone'],
  [{ billing: { phone: '4222222222222' } }, null],
  [{ order: { id: '1001', amount: 12999 } }, null],
  ['4111111111111111', ''],
  [null, null],
])('%j holds one at %j', (body, pointer) => {
  expect(findCardNumber(body)).toBe(pointer)
})

test('every card of every length is found, however it is grouped and wherever it stands', () => {
  const withCheckDigit = (digits: string): string => {
    const sum = Array.from(digits, Number).reduceRight<number>((total, digit, at) => {
      const doubled = (digits.length - at) % 2 === 1 ? digit * 2 : digit
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
    return digits + String((10 - (sum % 10)) % 10)
  }
  const visa = fc.stringMatching(/^4\d{14}$/).map(withCheckDigit)
  const separator = fc.constantFrom('', ' ', '-', ' - ', '\u00a0', '.')
  fc.assert(
    fc.property(visa, separator, fc.constantFrom('', 'x ', ', '), (digits, between, before) => {
      const grouped = digits.replace(/(\d{4})(?=\d)/g, `$1${between}`)
      expect(holdsCardNumber(`${before}${grouped}${before}`)).toBe(true)
    }),
  )
})

test('a hostile text of 64 KB costs a pass, not a search', () => {
  // Every start is a possible card of every length, and none fits.
  const texts = ['4 '.repeat(32_000), '4'.repeat(64_000), '4-1.'.repeat(16_000), ' '.repeat(64_000)]
  expect(texts.map(holdsCardNumber).some(Boolean)).toBe(
    holdsCardNumber('4 '.repeat(16)) || holdsCardNumber('4-1.'.repeat(8)),
  )
})
