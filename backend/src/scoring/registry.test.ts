import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './context.ts'
import { codesOf, type Evidence } from './evidence.ts'
import { deviceFamilies } from './families.ts'
import { measure } from './measure.ts'
import { registry, registryVersion } from './registry.ts'
import { burst, contextOf, eventAgo, hours, profileOf } from './testing/contexts.ts'

const published = JSON.parse(readFileSync(join(__dirname, 'golden/registry.json'), 'utf8')) as string[]

test('is append-only: what was published stands in its place', () => {
  expect(registry.map(({ name }) => name).slice(0, published.length)).toEqual(published)
  // A new evidence is appended to golden/registry.json too, in the same commit.
  expect(published).toHaveLength(registryVersion)
})

test('names and codes are used once', () => {
  const codes = registry.flatMap(codesOf).map(([code]) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(registry.map(({ name }) => name)).size).toBe(registry.length)
})

describe.each(registry.map((evidence) => [evidence.name, evidence] as const))('%s', (_name, evidence: Evidence) => {
  test('is named like a path and coded like a constant', () => {
    expect(evidence.name).toMatch(/^[a-z_]+(\.[a-z0-9_]+)$/)
    for (const code of [evidence.code, evidence.goodCode ?? evidence.code]) expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/)
  })

  test('says where its points come from and when it is missing', () => {
    expect(evidence.basis.length).toBeGreaterThan(10)
    expect(evidence.missing.length).toBeGreaterThan(10)
  })

  test('is worth what its direction says, in whole points', () => {
    const points = pointsInOrder(evidence)
    for (const worth of points) expect(Number.isInteger(worth)).toBe(true)
    const sorted = [...points].sort((a, b) => a - b)
    if (evidence.direction === 'more-is-worse') expect(points).toEqual(sorted.reverse())
    if (evidence.direction === 'more-is-better') expect(points).toEqual(sorted)
  })

  test('has ascending steps', () => {
    if (evidence.type !== 'number') return
    const edges = evidence.points.map(([from]) => from)
    expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b))
  })
})

/** From the least to the most; below its first step a number is worth 0, unless it starts at 0 or below. */
function pointsInOrder({ type, points }: Evidence): number[] {
  if (type === 'number') return ((points[0]?.[0] ?? 1) <= 0 ? [] : [0]).concat(points.map(([, worth]) => worth))
  return type === 'flag' ? [points.no, points.yes] : Object.values(points)
}

/** B12 stands on this: what a device id can move must be known as device evidence. */
test('only the device families see the profile of the device, or the id of one', () => {
  const withDevice = (device: Context['profiles']['device'], id: string): Context => {
    const others = profileOf([1, 2, 3, 4, 5, 6, 7].map((n) => eventAgo(n * hours, { partners: { device: `d${n}` } })))
    const profiles = { email: others, card: others, phone: others, ip: others, address: others, account: others }
    return contextOf({ session: {}, partners: { device: id }, profiles: device ? { ...profiles, device } : profiles })
  }
  const [before, ...after] = [
    withDevice(undefined, 'd1'),
    withDevice(burst(9), 'd1'),
    withDevice(undefined, 'new'),
  ].map((context) => measure(context).values)
  const moved = registry.filter((_, index) => after.some((values) => values[index] !== before?.[index]))
  expect(moved.length).toBeGreaterThan(8)
  for (const { name, family } of moved) expect([name, deviceFamilies.has(family)]).toEqual([name, true])
})
