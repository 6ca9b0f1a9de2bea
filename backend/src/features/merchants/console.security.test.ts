import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { Role } from '../../platform/http/caller.ts'
import type { NewMerchant } from './service.ts'

let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
let ines: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant('Ours')
  other = await house.createMerchant('Theirs')
  ines = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const pages = ['overview', 'orders', 'orders/asm_01KABCDEFGHJKMNPQRSTVWXYZ0', 'install', 'settings', 'stream']

test.each(pages)("%s of another organisation's store is not there", async (page) => {
  const theirs = await ines.get(`/stores/${other.merchantId}/live/${page}`)
  const missing = await ines.get(`/stores/mer_01KABCDEFGHJKMNPQRSTVWXYZ0/live/${page}`)
  expect(theirs.status).toBe(404)
  expect({ ...(theirs.body as object), request_id: '' }).toEqual({ ...(missing.body as object), request_id: '' })
})

test('an order of the other mode is not there', async () => {
  const order = (await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.test })).body as {
    id: string
  }
  expect((await ines.get(`/stores/${shop.merchantId}/test/orders/${order.id}`)).status).toBe(200)
  expect((await ines.get(`/stores/${shop.merchantId}/live/orders/${order.id}`)).status).toBe(404)
  expect((await ines.get(`/stores/${shop.merchantId}/prod/orders/${order.id}`)).status).toBe(404)
})

test('a key of another store, or of the other mode, can neither be rotated nor revoked', async () => {
  const [theirs] = await house.foundation.apiKeys.list(other.merchantId, 'live')
  const [ours] = await house.foundation.apiKeys.list(shop.merchantId, 'test')
  for (const key of [theirs, ours]) {
    for (const act of ['rotate', 'revoke']) {
      const answer = await ines.post(`/stores/${shop.merchantId}/live/keys/${key?.id ?? ''}/${act}`, {})
      expect(answer.body).toMatchObject({ code: 'not_found' })
    }
  }
})

test.each([
  ['owner', 200, 201],
  ['admin', 200, 201],
  ['approver', 403, 403],
  ['viewer', 403, 403],
] as const)('%s: settings %i, keys %i', async (role: Role, settings, keys) => {
  const person = await signInTo(house, shop.organizationId, role)
  const store = `/stores/${shop.merchantId}/live`
  expect((await person.get(`${store}/settings`)).status).toBe(200)
  expect((await person.patch(`${store}/settings`, { name: 'Ours' })).status).toBe(settings)
  expect((await person.post(`${store}/keys`, {})).status).toBe(keys)
})
