import { entries, orders, people } from '../testing/fixtures.ts'
import { indexPlans } from './indexes.ts'
import { uniqueKeys } from './unique-keys.ts'

const keysByName = (collection: Parameters<typeof indexPlans>[0]) =>
  Object.fromEntries(indexPlans(collection).map(({ name, keys }) => [name, Object.keys(keys)]))

test('indexes of merchants begin with merchant and mode, so that these can be the shard key', () => {
  expect(keysByName(orders)).toEqual({
    by_at: ['m', 't', 'f.at', '_id'],
    by_status_at: ['m', 't', 'f.status', 'f.at', '_id'],
    by_paid: ['m', 't', 'f.paid', '_id'],
    by_amount: ['m', 't', 'f.amount', '_id'],
    by_claim: ['m', 't', 'f.claim', '_id'],
    unique_claim: ['m', 't', 'k.unique_claim'],
    expiry: ['x'],
    tombstones: ['d'],
    waiting_followers: ['w'],
  })
})

test('an index for jobs is kept a second time without them', () => {
  const asked = { ...orders, indexes: [{ fields: ['status', 'at'], acrossMerchants: true }] }
  expect(keysByName(asked)['across_status_at']).toEqual(['f.status', 'f.at', '_id'])
})

test('what is append-only has nothing to keep up', () => {
  expect(keysByName(entries)).toEqual({ by_at: ['m', 't', 'f.at', '_id'] })
})

test('the server removes what expired long after our own sweep would have', () => {
  const ttl = indexPlans(orders).filter(({ options }) => options.expireAfterSeconds !== undefined)
  expect(ttl.map(({ name, options }) => [name, options.expireAfterSeconds, options.sparse])).toEqual([
    ['expiry', 86_400, true],
    ['tombstones', 86_400, true],
  ])
})

test('a document without a unique value takes its own key in its place', () => {
  const keyOf = (email_ref?: string | null) =>
    uniqueKeys(people, { id: 'a', ...(email_ref === undefined ? {} : { email_ref }) }, 'a')
  expect(keyOf('x')).toEqual({ unique_email_ref: 'with/["x"]' })
  expect(keyOf()).toEqual({ unique_email_ref: 'without/a' })
  expect(keyOf(null)).toEqual({ unique_email_ref: 'without/a' })
})
