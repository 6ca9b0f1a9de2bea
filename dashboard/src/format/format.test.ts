import { formatMoney } from './money.ts'
import { formatPoints, formatShare, formatSigned, plural } from './number.ts'
import { countryName, placeName } from './place.ts'
import { dayEnd, dayStart, formatAge, formatDuration, formatMinute, formatMoment, zoneName } from './time.ts'

const at = (text: string) => Date.parse(text)

test.each([
  [12999, 'EUR', '€129.99'],
  [129, 'JPY', 'JP¥129'],
  [1234, 'KWD', 'KWD 1.234'],
  [-500, 'EUR', '−€5.00'],
])('%i minor units of %s are %s', (amount, currency, text) =>
  expect(formatMoney(amount, currency).replaceAll('\u00a0', ' ')).toBe(text),
)

test('signs are minus signs, and shares keep two decimals below 0.1 %', () => {
  expect([formatPoints(-22), formatPoints(8), formatPoints(0)]).toEqual(['−22', '+8', '0'])
  expect([formatShare(0.932), formatShare(0.0004), formatShare(0)]).toEqual(['93.2 %', '0.04 %', '0.0 %'])
  expect([formatSigned(-2.34, 1), formatSigned(0.04, 1)]).toEqual(['−2.3', '±0.0'])
  expect([plural(1, 'order'), plural(1284, 'order')]).toEqual(['1 order', '1,284 orders'])
})

test('times stand in the zone of the store', () => {
  const noon = at('2026-11-20T12:00:05Z')
  expect(formatMoment(noon, 'Europe/Berlin', noon)).toBe('today 13:00:05')
  expect(formatMinute(at('2026-11-19T23:30:00Z'), 'Europe/Berlin', noon)).toBe('today 00:30')
  expect(formatMinute(at('2026-11-03T09:02:00Z'), 'Europe/Berlin', noon)).toBe('3 Nov 10:02')
  expect(formatMinute(at('2025-11-03T09:02:00Z'), 'Europe/Berlin', noon)).toBe('3 Nov 2025 10:02')
  expect(zoneName('Europe/Berlin', noon)).toBe('CET')
})

test.each([
  [4_000, '4 s'],
  [90_000, '1 min'],
  [7_200_000, '2 h'],
  [172_800_000, '18 Nov'],
])('an order of %i ms ago is %s old', (age, text) => {
  const now = at('2026-11-20T12:00:00Z')
  expect(formatAge(now - age, now, 'UTC')).toBe(text)
})

test.each([
  [31, '31 ms'],
  [12_000, '12 s'],
  [192_000, '3 min 12 s'],
  [3_720_000, '1 h 2 min'],
])('%i ms lasted %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text))

test('countries have names; what is no code stays as it came', () => {
  expect([countryName('at'), countryName('???')]).toEqual(['Austria', '???'])
  expect(placeName({ city: 'Graz', country: 'AT' })).toBe('Graz, Austria')
  expect(placeName({ city: null, country: null })).toBe('not given')
})

test.each([
  ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z', '2026-01-01T09:59:59.999Z'],
  ['2026-01-01', 'Pacific/Pago_Pago', '2026-01-01T11:00:00.000Z', '2026-01-02T10:59:59.999Z'],
])('%s in %s goes from %s to %s', (day, zone, from, to) => {
  expect([dayStart(day, zone), dayEnd(day, zone)].map((at) => new Date(at).toISOString())).toEqual([from, to])
})
