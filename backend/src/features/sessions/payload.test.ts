import fc from 'fast-check'
import { AppError } from '../../platform/app-error.ts'
import { components } from './components.data.ts'
import { necessaryOnly, readPayload } from './payload.ts'

const hash = 'ab'.repeat(16)
const read = (sent: unknown, facts: unknown = {}) => readPayload({ key: 'gfp_x', v: 1, components: sent, facts })

test.each([
  ['hashes', { canvas: hash, audio: 'cd'.repeat(32) }, { canvas: hash, audio: 'cd'.repeat(32) }],
  ['what the browser had not', { canvas: null }, { canvas: null }],
  ['names it does not know', { canvas: hash, sneaky: hash }, { canvas: hash }],
  [
    'values that are no hash',
    { canvas: 'Intel Iris', audio: 7, fonts: { $gt: '' } },
    { canvas: null, audio: null, fonts: null },
  ],
  ['prototype keys', JSON.parse(`{ "__proto__": { "canvas": "${hash}" }, "constructor": "${hash}" }`), {}],
  ['a list', [hash], {}],
  ['nothing', undefined, {}],
])('reads components with %s', (_, sent, expected) => {
  expect(read(sent).components).toEqual(expected)
})

test('refuses more components than the wire allows', () => {
  const sent = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`c${index}`, hash]))
  expect(() => read(sent)).toThrow(AppError)
})

test('reads each fact on its own, and leaves out what it cannot read', () => {
  const { facts } = read(
    {},
    { time_zone: 'Europe/Berlin', languages: 'de', automation: ['webdriver', 'rm -rf'], page_ms: -1, card: '4111' },
  )
  expect(facts).toEqual({ time_zone: 'Europe/Berlin', automation: ['webdriver'] })
})

test('keeps no card number that a page put into a fact', () => {
  const card = '4111 1111 1111 1111'
  const { facts } = read({}, { time_zone: card, languages: ['de', card], platform: card, screen: 'small' })
  expect(facts).toEqual({ screen: 'small' })
})

test('the necessary list holds nothing that tells shoppers apart', () => {
  const facts = { time_zone: 'Europe/Berlin', screen: 'small', touch: true, storage: true, framed: false, page_ms: 10 }
  const reduced = necessaryOnly(read({ canvas: hash }, facts))
  expect(reduced.components).toEqual({})
  expect(reduced.facts).toEqual({ time_zone: 'Europe/Berlin', framed: false, page_ms: 10, consent: 'reduced' })
})

test('whatever is sent, it is read or refused, and nothing unread comes through', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (sent, facts) => {
      const payload = read(sent, facts)
      for (const [name, value] of Object.entries(payload.components)) {
        expect(components).toHaveProperty(name)
        expect(value === null || /^[0-9a-f]{32,64}$/.test(value)).toBe(true)
      }
    }),
  )
})
