import { createExpiringMap } from './expiring-map.ts'

test('an entry is gone at its end, to the millisecond', () => {
  let now = 0
  const map = createExpiringMap<string>(() => now)
  map.set('a', 'x', 10)
  now = 9
  expect(map.get('a')?.value).toBe('x')
  now = 10
  expect(map.get('a')).toBeUndefined()
})

test('what has expired leaves the memory as new entries come', () => {
  let now = 0
  const map = createExpiringMap<number>(() => now)
  for (let i = 0; i < 50_000; i += 1) {
    now = i
    map.set(`n${i}`, i, now + 100)
  }
  expect(map.size).toBeLessThan(400)
})
