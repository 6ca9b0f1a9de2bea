import { retryAfterOf } from './answer.ts'
import { GoodfaithError } from './errors.ts'
import { pauseBefore } from './retry.ts'
import { sign } from './sign.ts'

const stamp = { method: 'POST', timestamp: '1795165200', nonce: '0123456789abcdef0123456789abcdef' }

test.each([
  [
    '/v1/assessments',
    '{"order":{"id":"1001","amount":12999,"currency":"EUR"}}',
    '2316d6d348afefbe3dab76c67cee5a179f0e8d9ad7833e1f61a706db0c41c83b',
  ],
  [
    '/v1/labels',
    '{"order_id":"1001","label":"fraud"}',
    '5190e9b298f7c0ad395760f7e0983bacec082cea000b8a4477e7c72890f1c70b',
  ],
])('published vector of POST %s', (target, body, signature) => {
  expect(sign('gfk_test_example_signing_secret', { ...stamp, target, body })).toBe(signature)
})

test.each([
  [null, undefined],
  ['', undefined],
  ['5', 5],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 06:00:10 GMT', 10],
  ['Sun, 22 Nov 2026 05:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterOf(header, Date.parse('2026-11-22T06:00:00Z'))).toBe(seconds)
})

test('pauses grow, stay bounded, and are never shorter than Retry-After', () => {
  const plain = new GoodfaithError('unreachable', '')
  const told = new GoodfaithError('rate_limited', '', { retryAfterSeconds: 2 })
  expect([0, 1, 2, 10].map((tries) => pauseBefore(plain, tries, () => 1))).toEqual([100, 200, 400, 1000])
  expect(pauseBefore(plain, 3, () => 0)).toBe(0)
  expect(pauseBefore(told, 0, () => 0)).toBe(2000)
  expect(pauseBefore(told, 0, () => 1)).toBe(2100)
})
