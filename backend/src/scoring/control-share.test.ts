import { createHash } from 'node:crypto'
import { drawsControl } from './control-share.ts'

const digests = Array.from({ length: 20_000 }, (_, at) => createHash('sha256').update(String(at)).digest('hex'))
const drawnOf = (share: number) => digests.filter((digest) => drawsControl({ share, atMost: {} }, digest)).length

test('draws the share asked for, the same orders each time', () => {
  expect(Math.abs(drawnOf(0.01) - 200)).toBeLessThan(60)
  expect(drawnOf(0.01)).toBe(drawnOf(0.01))
  expect(drawnOf(0)).toBe(0)
  expect(digests.some((digest) => drawsControl(null, digest))).toBe(false)
})

test('never more than 2 %, whatever is stored', () => {
  expect(drawnOf(1)).toBe(drawnOf(0.02))
})
