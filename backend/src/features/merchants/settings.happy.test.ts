import { Install, Settings } from '#contract/console.ts'
import request from 'supertest'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, shopOrigin, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from './service.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId, 'admin')
})
afterAll(() => house.remove())

const at = (page: string, mode = 'live') => `/stores/${shop.merchantId}/${mode}/${page}`
const openSession = (origin: string) =>
  request(house.app)
    .post('/v1/sessions')
    .set({ origin, 'content-type': 'text/plain' })
    .send(JSON.stringify({ key: shop.live.publishableKey, v: 1, components: {}, facts: {} }))

test('only what is sent is changed, and both modes see it', async () => {
  const before = Settings.parse((await ines.get(at('settings'))).body)
  const change = { time_zone: 'Asia/Tokyo', order_url: 'https://shop.example/orders/{order_id}' }
  const after = Settings.parse((await ines.patch(at('settings'), change)).body)
  expect(after).toEqual({ ...before, ...change })
  expect((await ines.get(at('settings', 'test'))).body).toEqual(after)
  expect((await ines.get('/me')).body).toMatchObject({ stores: [change] })
})

test('an origin is allowed as soon as it is saved, and refused as soon as it is taken away', async () => {
  const added = 'https://other.example'
  expect((await openSession(added)).body).toMatchObject({ code: 'origin_not_allowed' })
  await ines.patch(at('settings'), { allowed_origins: [shopOrigin, `${added}/`] })
  expect((await openSession(added)).status).toBe(201)
  await ines.patch(at('settings'), { allowed_origins: [shopOrigin] })
  expect((await openSession(added)).status).toBe(403)
})

test.each([
  ['/name', { name: '  ' }],
  ['/name', { name: 'x'.repeat(121) }],
  ['/order_url', { order_url: `https://shop.example/{order_id}/${'x'.repeat(2000)}` }],
  ['/allowed_origins', { allowed_origins: Array.from({ length: 101 }, (_, at) => `https://s${at}.example`) }],
])('%s has bounds, and what is beyond them changes nothing', async (pointer, change) => {
  const before = (await ines.get(at('settings'))).body as unknown
  const refused = await ines.patch(at('settings'), change)
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ errors: [{ pointer }] })
  expect((await ines.get(at('settings'))).body).toEqual(before)
})

test('new thresholds are a new policy; orders decided by the old one still replay', async () => {
  const decided = (await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })).body as {
    id: string
    policy_revision: string
  }
  const settings = Settings.parse((await ines.patch(at('settings'), { thresholds: { review: 90, decline: 10 } })).body)
  expect(settings.policy_revision).not.toBe(decided.policy_revision)
  const later = (await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })).body
  expect(later).toMatchObject({ policy_revision: settings.policy_revision, decision: 'review' })
  const replayed = await ines.post(at(`orders/${decided.id}/replay`))
  expect(replayed.body).toMatchObject({ match: true, differences: [] })
})

test('what arrives is shown, newest first, so that one sees it work', async () => {
  await openSession(shopOrigin)
  const { arrivals, allowed_origins: origins, public_url: url } = Install.parse((await ines.get(at('install'))).body)
  expect(arrivals.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['session', 'assessment']))
  expect(arrivals.map(({ at: time }) => time)).toEqual(
    arrivals
      .map(({ at: time }) => time)
      .sort()
      .reverse(),
  )
  expect(origins).toEqual([shopOrigin])
  expect(url).toBe('http://127.0.0.1')
})

test.each([
  [{ time_zone: 'Mars/Olympus' }, '/time_zone'],
  [{ order_url: 'javascript:alert({order_id})' }, '/order_url'],
  [{ allowed_origins: ['https://shop.example', 'shop.example'] }, '/allowed_origins/1'],
  [{ thresholds: { review: 10, decline: 20 } }, '/thresholds'],
  [{ thresholds: { review: 101, decline: 20 } }, '/thresholds'],
  [{ name: 7 }, '/name'],
])('%j is refused with a pointer, and nothing is changed', async (change, pointer) => {
  const before = (await ines.get(at('settings'))).body
  const answer = await ines.patch(at('settings'), change)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ errors: [{ pointer }] })
  expect((await ines.get(at('settings'))).body).toEqual(before)
})
