import { canonicalNetwork, isWithin, streetOf } from './network-range.ts'

test.each([
  ['203.0.113.9', '203.0.113.9/32'],
  ['203.0.113.9/24', '203.0.113.0/24'],
  [' 2001:db8::1 ', '2001:db8::1/128'],
  ['2001:db8:1:2::/48', '2001:db8:1::/48'],
  ['203.0.113.0/33', undefined],
  ['somewhere', undefined],
  ['', undefined],
])('%s is kept as %s', (text, kept) => {
  expect(canonicalNetwork(text)).toBe(kept)
})

test.each([
  ['203.0.113.77', true],
  ['203.0.114.1', false],
  ['2001:db8:1:ffff::9', true],
  ['2001:db8:2::9', false],
  ['::ffff:203.0.113.77', false],
  ['nonsense', false],
])('%s is within: %s', (address, within) => {
  expect(isWithin(['203.0.113.0/24', '2001:db8:1::/48'], address)).toBe(within)
})

test('of an address its /24 or /48 is kept', () => {
  expect(streetOf('203.0.113.77')).toBe('203.0.113.0/24')
  expect(streetOf('2001:db8:1:2:3::9')).toBe('2001:db8:1::/48')
  expect(streetOf('')).toBe('unknown')
})
