import { pauseMs } from './delay.ts'
import { saysWhy, unusualOf } from './unusual.ts'

test('mistakes are forgiven, then the pause doubles, and nobody waits longer than a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 8, 50, 5_000].map((failures) => pauseMs('account', failures) / 1000)).toEqual([
    0, 0, 10, 20, 40, 80, 900, 900,
  ])
  expect(pauseMs('address', 19)).toBe(0)
})

const hour = 3_600_000
const now = Date.UTC(2026, 10, 22)
const usual = { country: 'IE', isKnownBrowser: true, failures: 0, now, countries: ['IE'] }
const former = [{ country: 'IE', created_at: now - 10 * hour }]

test.each([
  ['the usual', { ...usual, former }, []],
  ['the first sign-in of all', { ...usual, isKnownBrowser: false, countries: [], former: [] }, []],
  ['another browser', { ...usual, isKnownBrowser: false, former }, ['new_browser']],
  ['another country', { ...usual, country: 'ES', former }, ['new_country']],
  [
    'a country of old, soon after another',
    { ...usual, former: [{ country: 'ES', created_at: now - hour }] },
    ['impossible_travel'],
  ],
  ['wrong passwords first', { ...usual, failures: 5, former }, ['many_failures']],
  ['an address without a country', { ...usual, country: null, former }, []],
] as const)('%s', (_, seen, found) => {
  expect(unusualOf(seen)).toEqual(found)
})

test('each cause is told in a sentence', () => {
  expect(saysWhy(['new_country', 'new_browser'])).toMatch(/country.*browser/)
})
