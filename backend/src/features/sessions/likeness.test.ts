import fc from 'fast-check'
import { components } from './components.data.ts'
import { likeness } from './likeness.ts'

const names = Object.keys(components)
const home = { build: 'desktop', networks: 1 } as const
const device = (salt: string, without: readonly string[] = []) =>
  Object.fromEntries(names.filter((name) => !without.includes(name)).map((name) => [name, `${name}-${salt}`]))
const changed = (from: Record<string, string>, ...parts: readonly string[]) => ({
  ...from,
  ...Object.fromEntries(parts.map((name) => [name, `${name}-changed`])),
})

const mine = device('mine')
const browserUpdate = ['canvas', 'graphics_limits', 'agent_data']
const systemUpdate = [...browserUpdate, 'fonts', 'font_widths']

test.each([
  ['nothing changed', mine],
  ['a browser update', changed(mine, ...browserUpdate)],
  ['a system update', changed(mine, ...systemUpdate)],
  ['another monitor', changed(mine, 'screen_size', 'pixel_ratio', 'colors')],
  ['travel', changed(mine, 'time_zone')],
  ['another language', changed(mine, 'languages')],
  ['dark mode and larger text', changed(mine, 'preferences', 'font_widths')],
  ['a browser that keeps its graphics to itself', device('mine', ['graphics_card', 'graphics_limits', 'canvas'])],
])('is the same computer after %s', (_, later) => {
  expect(likeness(mine, later, home)).toBeGreaterThanOrEqual(0.7)
})

test.each([
  ['nothing in common', device('theirs')],
  ['another graphics card, screen and set of fonts', changed(mine, 'graphics_card', 'canvas', 'screen_size', 'fonts')],
  ['another processor and memory', changed(mine, 'cores', 'memory', 'graphics_card')],
  ['another system', changed(mine, 'platform', 'fonts', 'font_widths', 'canvas')],
])('is another computer with %s', (_, other) => {
  expect(likeness(mine, other, home)).toBeLessThan(0.7)
})

test('a phone never proves as much as a computer, and less the more networks its print comes from', () => {
  const confidences = [1, 8, 16, 64].map((networks) => likeness(mine, mine, { build: 'phone', networks }))
  expect(confidences[0]).toBeLessThan(likeness(mine, mine, home))
  expect([...confidences].sort((one, other) => other - one)).toEqual(confidences)
  expect(confidences[1]).toBeLessThan(0.7)
  expect(confidences[3]).toBeLessThan(0.3)
})

const anyDevice = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom('a', 'b', 'c')])), {
  requiredKeys: [],
}) as fc.Arbitrary<Record<string, string>>
const anyVisit = fc.record({ build: fc.constantFrom('phone', 'desktop'), networks: fc.integer({ min: 1, max: 64 }) })

test('is symmetric, a probability, and never certain', () => {
  fc.assert(
    fc.property(anyDevice, anyDevice, anyVisit, (one, other, visit) => {
      const found = likeness(one, other, visit)
      expect(likeness(other, one, visit)).toBe(found)
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found).toBeLessThanOrEqual(0.99)
    }),
  )
})

test('one more difference never makes two devices more alike', () => {
  fc.assert(
    fc.property(anyDevice, anyVisit, fc.constantFrom(...names), (one, visit, name) => {
      if (one[name] === undefined) return
      expect(likeness(one, { ...one, [name]: 'z' }, visit)).toBeLessThanOrEqual(likeness(one, one, visit))
    }),
  )
})
