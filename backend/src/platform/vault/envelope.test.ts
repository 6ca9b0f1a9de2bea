import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { boundTo, openBytes, sealBytes, SealBroken } from './envelope.ts'

const key = createSecretKey(randomBytes(32))
const place = boundTo('orders', 'asm_1', 'mer_1', 'live')
const open = (sealed: Buffer, bound = place) => openBytes((version) => (version === 7 ? key : undefined), bound, sealed)

test('what was sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const clear = Buffer.from(bytes)
      expect(open(sealBytes(key, 7, place, clear)).equals(clear)).toBe(true)
    }),
  )
})

test('the same text seals differently each time', () => {
  const clear = Buffer.from('{"a":1}')
  expect(sealBytes(key, 7, place, clear).equals(sealBytes(key, 7, place, clear))).toBe(false)
})

test('one flipped bit anywhere breaks the seal', () => {
  const sealed = sealBytes(key, 7, place, Buffer.from('{"a":1}'))
  for (let at = 0; at < sealed.length * 8; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3)
    expect(() => open(changed)).toThrow(SealBroken)
  }
})

test.each([
  ['another collection', boundTo('sessions', 'asm_1', 'mer_1', 'live')],
  ['another document', boundTo('orders', 'asm_2', 'mer_1', 'live')],
  ['another store', boundTo('orders', 'asm_1', 'mer_2', 'live')],
  ['the other mode', boundTo('orders', 'asm_1', 'mer_1', 'test')],
  ['names that join alike', boundTo('orders', 'asm_1,mer_1', 'live')],
])('a body does not open in %s', (_, elsewhere) => {
  expect(() => open(sealBytes(key, 7, place, Buffer.from('x')), elsewhere)).toThrow(SealBroken)
})

test.each([0, 1, 30])('%i bytes are no envelope', (length) => {
  expect(() => open(Buffer.alloc(length, 1))).toThrow(SealBroken)
})
