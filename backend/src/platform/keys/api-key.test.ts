import fc from 'fast-check'
import { apiKeyDigest, createApiKey, parseApiKey, type KeyKind } from './api-key.ts'

const kinds: readonly KeyKind[] = ['secret', 'publishable', 'signing']

test.each([
  ['secret', 'live', /^gfs_live_[0-9A-Za-z]{49}$/],
  ['secret', 'test', /^gfs_test_[0-9A-Za-z]{49}$/],
  ['publishable', 'live', /^gfp_live_[0-9A-Za-z]{49}$/],
  ['signing', 'test', /^gfk_test_[0-9A-Za-z]{49}$/],
] as const)('a %s %s key has the published form', (kind, mode, form) => {
  const text = createApiKey(kind, mode)
  expect(text).toMatch(form)
  expect(parseApiKey(text)).toEqual({ kind, mode, prefix: text.slice(9, 17) })
})

test('a checksum made elsewhere fits: CRC-32 of all that stands before it, in base62', () => {
  // Made with Python's zlib.crc32.
  const random = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg'
  expect(parseApiKey(`gfs_live_${random}3hqbzJ`)?.prefix).toBe('01234567')
})

test('one changed character is told as a typo', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom('live', 'test'),
      fc.integer({ min: 9, max: 57 }),
      fc.constantFrom('0', 'a', 'Z'),
      (kind, mode, at, letter) => {
        const text = createApiKey(kind, mode)
        fc.pre(text[at] !== letter)
        expect(parseApiKey(text.slice(0, at) + letter + text.slice(at + 1))).toBeNull()
      },
    ),
  )
})

test('a live key with its mode edited to test does not parse', () => {
  expect(parseApiKey(createApiKey('secret', 'live').replace('live', 'test'))).toBeNull()
})

test.each(['', 'gfs_live_', 'gfs_prod_x', ' ', `gfs_live_${'a'.repeat(10_000)}`, 'gfs_live_é'])(
  '%j is no key',
  (text) => {
    expect(parseApiKey(text)).toBeNull()
  },
)

test('keys do not repeat', () => {
  expect(new Set(Array.from({ length: 1000 }, () => createApiKey('secret', 'test'))).size).toBe(1000)
})

test('the digest is SHA-256 of the whole key', () => {
  expect(apiKeyDigest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
