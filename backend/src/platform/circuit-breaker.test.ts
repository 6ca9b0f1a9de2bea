import { BreakerOpen, createBreaker } from './circuit-breaker.ts'

let now = 0
const breaker = createBreaker({ clock: () => now, failures: 3, restMs: 1_000, mostRestMs: 3_000 })
const failing = () => breaker.run(() => Promise.reject(new Error('away'))).catch((error: unknown) => error)
const working = () => breaker.run(() => Promise.resolve('here')).catch((error: unknown) => error)

test('opens after failures in a row, tries one call after a rest, closes when that succeeds', async () => {
  await failing()
  await failing()
  expect(await working()).toBe('here')
  await failing()
  await failing()
  expect(breaker.state()).toBe('closed')
  await failing()
  expect(breaker.state()).toBe('open')
  expect(await working()).toBeInstanceOf(BreakerOpen)

  now += 1_000
  const trial = breaker.run(() => new Promise<string>((resolve) => setImmediate(resolve, 'back')))
  expect(await working()).toBeInstanceOf(BreakerOpen)
  expect(await trial).toBe('back')
  expect(await working()).toBe('here')
})

test('rests longer while the other side stays away', async () => {
  for (let call = 0; call < 3; call += 1) await failing()
  const rests: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const from = now
    while ((await failing()) instanceof BreakerOpen) now += 100
    rests.push(now - from)
  }
  expect(rests).toEqual([1_000, 1_000, 2_000, 3_000])
})
