import { isSignedBy, sign } from './signature.ts'

const secret = 'gfk_test_example_signing_secret'
const stamp = { timestamp: '1795165200', nonce: '0123456789abcdef0123456789abcdef' }
const assessment = {
  ...stamp,
  method: 'POST',
  target: '/v1/assessments',
  body: '{"order":{"id":"1001","amount":12999,"currency":"EUR"}}',
}
const label = { ...stamp, method: 'POST', target: '/v1/labels', body: '{"order_id":"1001","label":"fraud"}' }

test.each([
  [assessment, '2316d6d348afefbe3dab76c67cee5a179f0e8d9ad7833e1f61a706db0c41c83b'],
  [label, '5190e9b298f7c0ad395760f7e0983bacec082cea000b8a4477e7c72890f1c70b'],
])('published vector %#', (request, signature) => {
  expect(sign(secret, request)).toBe(signature)
  expect(isSignedBy([secret], request, signature)).toBe(true)
})

test('bytes and text of the same body sign alike', () => {
  const body = '{"order":{"id":"Ünïcode"}}'
  expect(sign(secret, { ...label, body: Buffer.from(body) })).toBe(sign(secret, { ...label, body }))
})

test('the query is part of what is signed', () => {
  const signature = sign(secret, label)
  expect(isSignedBy([secret], { ...label, target: '/v1/labels?dry=1' }, signature)).toBe(false)
})

test('what was signed for one call does not open another', () => {
  const signature = sign(secret, assessment)
  expect(isSignedBy([secret], { ...assessment, target: '/v1/labels' }, signature)).toBe(false)
  expect(isSignedBy([secret], { ...assessment, method: 'PUT' }, signature)).toBe(false)
  expect(isSignedBy([secret], { ...assessment, nonce: 'f'.repeat(32) }, signature)).toBe(false)
  expect(isSignedBy([secret], { ...assessment, timestamp: '1795165201' }, signature)).toBe(false)
})

test('during a rotation either secret signs', () => {
  const signature = sign('new', label)
  expect(isSignedBy(['old', 'new'], label, signature)).toBe(true)
  expect(isSignedBy(['new', 'old'], label, signature)).toBe(true)
  expect(isSignedBy(['old'], label, signature)).toBe(false)
  expect(isSignedBy([], label, signature)).toBe(false)
})

test.each(['', 'x', '5190', `${'0'.repeat(63)}g`, 'F'.repeat(64), '0'.repeat(65)])(
  '%j is no signature',
  (signature) => {
    expect(isSignedBy([secret], label, signature)).toBe(false)
  },
)
