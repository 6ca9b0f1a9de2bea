import { emptyEntry, endOfDay, requestOf } from './entry.ts'

test('an e-mail goes as it was typed, without what was left empty', () =>
  expect(requestOf({ ...emptyEntry, value: ' Kate.Wood@example.org ' })).toEqual({
    list: 'block',
    kind: 'email',
    value: 'Kate.Wood@example.org',
    expires_at: null,
  }))

test('an address goes field by field, with reason and the end of its last day', () =>
  expect(
    requestOf({
      ...emptyEntry,
      list: 'watch',
      kind: 'address',
      value: 'Ring 1',
      city: 'Bonn',
      country: 'de',
      reason: 'parcels came back',
      until: '2027-01-31',
    }),
  ).toEqual({
    list: 'watch',
    kind: 'address',
    address: { address: 'Ring 1', city: 'Bonn', country: 'DE' },
    reason: 'parcels came back',
    expires_at: '2027-01-31T23:59:59Z',
  }))

test('without a day it stays', () => expect(endOfDay('')).toBeNull())
