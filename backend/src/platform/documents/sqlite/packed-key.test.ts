import fc from 'fast-check'
import { hashOfId, placesOf, placesOfTenant } from './packed-key.ts'

const anyTenant = fc.integer({ min: 0, max: 2 ** 19 - 1 })

test('the places of a document lie within those of its tenant', () => {
  fc.assert(
    fc.property(anyTenant, fc.string(), (tenant, id) => {
      const { from, to } = placesOf(tenant, id, hashOfId)
      const all = placesOfTenant(tenant)
      expect(from >= all.from && to <= all.to && to - from === 3n).toBe(true)
    }),
  )
})

test('tenants do not overlap, and the last still fits a 64-bit integer', () => {
  fc.assert(
    fc.property(anyTenant, (tenant) => {
      expect(placesOfTenant(tenant + 1).from - placesOfTenant(tenant).to).toBe(1n)
      expect(placesOfTenant(tenant).to < 2n ** 63n).toBe(true)
    }),
  )
})

test('more tenants than keys can tell apart are refused', () => {
  expect(() => placesOf(2 ** 19, 'x', hashOfId)).toThrow(RangeError)
})

test('hashes spread: 50,000 ids, hardly a shared place', () => {
  const places = new Set(Array.from({ length: 50_000 }, (_, at) => Math.floor(hashOfId(`email:${at}`) / 4)))
  // 50,000 of 2^42 places: fewer than one pair expected.
  expect(places.size).toBeGreaterThan(49_995)
})
