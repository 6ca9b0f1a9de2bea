import { createHmac, createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { createLadder, firstLadder, versionOf } from './ladder.ts'

const key = (letter: string) => createSecretKey(Buffer.alloc(32, letter))
const identifier = 'ab'.repeat(32)
const wrapped = (letter: string, hex: string) =>
  createHmac('sha256', key(letter)).update(Buffer.from(hex, 'hex')).digest('hex')

test('without a rotation an identifier stands as it is', () => {
  expect(firstLadder.places(identifier)).toEqual([identifier])
  expect([firstLadder.place(identifier), firstLadder.carry(identifier), firstLadder.isRotating]).toEqual([
    identifier,
    identifier,
    false,
  ])
})

test('version n+1 is HMAC(key n+1, version n), and says so', () => {
  const ladder = createLadder([key('b'), key('c')], { lowest: 3, writing: 3 })
  const third = wrapped('c', wrapped('b', identifier))
  expect(ladder.place(identifier)).toBe(`${third}.3`)
  expect(ladder.places(identifier)).toEqual([`${third}.3`])
  expect(ladder.carry(`${wrapped('b', identifier)}.2`)).toBe(`${third}.3`)
  expect(ladder.carry(`${third}.3`)).toBe(`${third}.3`)
})

test('while documents are carried, both versions are looked at, and one is written', () => {
  const reading = createLadder([key('b')], { lowest: 1, writing: 1 })
  const second = `${wrapped('b', identifier)}.2`
  expect(reading.places(identifier)).toEqual([second, identifier])
  expect([reading.place(identifier), reading.isRotating]).toEqual([identifier, true])
  expect(createLadder([key('b')], { lowest: 1, writing: 2 }).place(identifier)).toBe(second)
})

const hexOf = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((all) => Buffer.from(all).toString('hex'))

test('whatever was written at any version is carried to where the newest looks', () => {
  fc.assert(
    fc.property(fc.constantFrom(8, 32).chain(hexOf), fc.integer({ min: 1, max: 4 }), (hex, at) => {
      const keys = ['b', 'c', 'd'].map(key)
      const then = createLadder(keys.slice(0, at - 1), { lowest: at, writing: at })
      const now = createLadder(keys, { lowest: 4, writing: 4 })
      expect(versionOf(then.place(hex))).toBe(at)
      expect(now.carry(then.place(hex))).toBe(now.place(hex))
      expect(now.place(hex).split('.')[0]).toHaveLength(hex.length)
    }),
  )
})
