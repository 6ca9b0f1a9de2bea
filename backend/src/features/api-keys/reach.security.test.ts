import { KeyRequests, Keys, KeySecrets } from '#contract/console.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { createKeyTrial } from '../../testing/key-trial.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn
let now = Date.UTC(2026, 10, 22, 9)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId)
}, 60_000)
afterAll(() => house.remove())

const keys = (path = '') => `/stores/${shop.merchantId}/test/keys${path}`
const { make, score, read } = createKeyTrial({ house: () => house, person: () => ines, keys, now: () => now })
const requestsOf = async (id: string, query = '') => {
  await house.services.requests.flush()
  return KeyRequests.parse((await ines.get(keys(`/${id}/requests${query}`))).body)
}

test('a key opens what its scopes name and nothing else', async () => {
  const { set } = await make({ name: 'Scores only', scopes: ['score'] })
  expect([await score(set), await read(set)]).toEqual(['done', 'key_scope'])
  const reader = await make({ name: 'Reads only', scopes: ['read'] })
  expect([await score(reader.set), await read(reader.set)]).toEqual(['key_scope', 'done'])
})

test('a key without scopes opens all, as those made before there were any', async () => {
  expect([await score(shop.test), await read(shop.test)]).toEqual(['done', 'done'])
})

test('a key that is kept to a network is refused elsewhere, whatever the headers say', async () => {
  const { set } = await make({ networks: ['203.0.113.9/24'] })
  expect(await score(set)).toBe('key_network')
  expect(await score(set, { 'x-forwarded-for': '203.0.113.9' })).toBe('key_network')
  const here = await make({ networks: ['127.0.0.0/8', '::1'] })
  expect(await score(here.set)).toBe('done')
})

test('a key ends when it was said to', async () => {
  const { id, set } = await make({ expires_at: new Date(now + 3_600_000).toISOString() })
  expect(await score(set)).toBe('done')
  now += 3_600_000
  expect(await score(set)).toBe('key_revoked')
  ines = await signInTo(house, shop.organizationId)
  expect((await requestsOf(id)).data[0]).toMatchObject({ endpoint: 'POST /v1/assessments', status: 200 })
})

test.each([
  [{ scopes: ['everything'] }, '/scopes/0'],
  [{ networks: ['somewhere'] }, '/networks/0'],
  [{ expires_at: '2001-01-01T00:00:00Z' }, '/expires_at'],
])('%j is refused with its place', async (wanted, pointer) => {
  const { body, status } = await ines.post(keys(), wanted)
  expect({ status, pointer: (body as { errors: { pointer: string }[] }).errors[0]?.pointer }).toEqual({
    status: 422,
    pointer,
  })
})

test('the former secrets of a rotation can be ended before their time', async () => {
  const { id, set: old } = await make({ name: 'Rotated' })
  const made = KeySecrets.parse((await ines.post(keys(`/${id}/rotate`), { part: 'both' })).body)
  const fresh = { publishableKey: '', secretKey: made.secret_key ?? '', signingSecret: made.signing_secret ?? '' }
  const rowOf = async () => Keys.parse((await ines.get(keys())).body).data.find((row) => row.id === id)
  expect([await score(old), await score(fresh)]).toEqual(['done', 'done'])
  expect((await rowOf())?.former_until).toBe(made.previous_valid_until)
  await ines.post(keys(`/${id}/finish`))
  expect([await score(old), await score(fresh)]).toEqual(['key_revoked', 'done'])
  expect(await score({ ...fresh, signingSecret: old.signingSecret })).toBe('signature_invalid')
  expect((await rowOf())?.former_until).toBeNull()
})

test('the log of a key has its requests, refused ones too, without an address', async () => {
  const { id, set } = await make({ name: 'Logged', scopes: ['score'] })
  await score(set)
  now += 1_000
  await read(set)
  now += 1_000
  await score({ ...set, signingSecret: shop.test.signingSecret })
  const { data, has_more: hasMore } = await requestsOf(id)
  expect(data.map(({ endpoint, status, code, network }) => ({ endpoint, status, code, network }))).toEqual([
    { endpoint: 'POST /v1/assessments', status: 401, code: 'signature_invalid', network: expect.any(String) as string },
    { endpoint: 'GET /v1/assessments', status: 403, code: 'key_scope', network: expect.any(String) as string },
    { endpoint: 'POST /v1/assessments', status: 200, code: null, network: expect.any(String) as string },
  ])
  expect(hasMore).toBe(false)
  expect(data[0]?.network).toMatch(/^(127\.0\.0\.0\/24|::\/48)$/)
  const first = await requestsOf(id, '?limit=2')
  expect(first).toMatchObject({ data: data.slice(0, 2), has_more: true })
  expect((await requestsOf(id, `?limit=2&after=${first.next_cursor ?? ''}`)).data).toEqual(data.slice(2))
  expect((await requestsOf(id, '?status=4xx')).data).toEqual(data.slice(0, 2))
  expect((await requestsOf(id, '?endpoint=GET%20%2Fv1%2Fassessments')).data).toEqual(data.slice(1, 2))
  expect((await requestsOf(id, `?to=${data[1]?.at ?? ''}`)).data).toEqual(data.slice(1))
  now += 31 * 86_400_000
  ines = await signInTo(house, shop.organizationId)
  expect((await requestsOf(id)).data).toEqual([])
})
