import { countriesOfTimeZone } from './time-zone.ts'

test.each([
  ['Europe/Berlin', ['DE']],
  ['Europe/Oslo', ['NO']],
  ['America/New_York', ['US']],
  ['Asia/Kolkata', ['IN']],
  ['Asia/Calcutta', ['IN']],
  ['Europe/Kiev', ['UA']],
])('%s is used in %j', (zone, countries) => {
  expect(countriesOfTimeZone(zone)).toEqual(expect.arrayContaining(countries))
})

test.each(['UTC', 'Etc/GMT+5', 'Mars/Olympus', '', '__proto__', 'constructor'])('%j belongs to no country', (zone) => {
  expect(countriesOfTimeZone(zone)).toEqual([])
})

test('every zone that node knows is known here, but for those without a country', () => {
  const unknown = Intl.supportedValuesOf('timeZone').filter((zone) => countriesOfTimeZone(zone).length === 0)
  expect(unknown.filter((zone) => zone.includes('/') && !/^(Etc|Antarctica)\//.test(zone))).toEqual([])
})
