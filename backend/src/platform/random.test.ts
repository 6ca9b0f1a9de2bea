import { takeRandom } from './random.ts'

test('no two takings are alike, across many refills', () => {
  const seen = new Set(Array.from({ length: 5000 }, () => takeRandom(16).toString('hex')))
  expect(seen.size).toBe(5000)
})

test('what was taken is not changed by what is taken later', () => {
  const first = takeRandom(12)
  const kept = Buffer.from(first)
  for (let round = 0; round < 1000; round += 1) takeRandom(12)
  expect(first.equals(kept)).toBe(true)
})

test('each bit is set about half of the time', () => {
  const ones = Array.from({ length: 2000 }, () => takeRandom(16)).reduce(
    (sum, bytes) => sum + bytes.reduce((bits, byte) => bits + byte.toString(2).replaceAll('0', '').length, 0),
    0,
  )
  // 256,000 bits: seven standard deviations are 1,771.
  expect(Math.abs(ones - 128_000)).toBeLessThan(1771)
})
