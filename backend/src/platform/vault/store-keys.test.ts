import { createHash, createHmac, createSecretKey } from 'node:crypto'
import { versionOf } from './ladder.ts'
import { createStoreKeys } from './store-keys.ts'

const first = createSecretKey(Buffer.alloc(32, 1))
const second = createSecretKey(Buffer.alloc(32, 2))
const digest = createHash('sha256').update('jo@example.com').digest()

test('an identifier is HMAC-SHA256(key, SHA-256(normalised))', () => {
  expect(createStoreKeys([first]).identify(digest)).toBe(createHmac('sha256', first).update(digest).digest('hex'))
})

test('a rotated key wraps: what is stored can be carried over without the raw value', () => {
  const identifier = createStoreKeys([first]).identify(digest)
  const wrapped = createHmac('sha256', second).update(Buffer.from(identifier, 'hex')).digest('hex')
  const rotated = createStoreKeys([first, second])
  expect(rotated.identify(digest)).toBe(identifier)
  expect(rotated.ladder.place(identifier)).toBe(`${wrapped}.2`)
})

test.each([
  [undefined, { isRotating: false, written: 2, looked: [2] }],
  ['reading', { isRotating: true, written: 1, looked: [2, 1] }],
  ['writing', { isRotating: true, written: 2, looked: [2, 1] }],
] as const)('with a rotation at %s', (stage, expected) => {
  const keys = createStoreKeys([first, second], stage)
  const { ladder } = keys
  const identifier = keys.identify(digest)
  const looked = ladder.places(identifier).map(versionOf)
  expect({ isRotating: ladder.isRotating, written: versionOf(ladder.place(identifier)), looked }).toEqual(expected)
})

test('each purpose has digests of its own', () => {
  const keys = createStoreKeys([first])
  const all = [
    keys.digest('order-ref', 'x'),
    keys.digest('content', 'x'),
    keys.digest('custom-input', 'x'),
    keys.identify(createHash('sha256').update('x').digest()),
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(all.every((text) => /^[0-9a-f]{64}$/.test(text))).toBe(true)
})

test('another key, other digests', () => {
  expect(createStoreKeys([first]).digest('content', 'x')).not.toBe(createStoreKeys([second]).digest('content', 'x'))
})
