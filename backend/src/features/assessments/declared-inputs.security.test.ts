import { signInTo } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { profiles } from '../velocity/service.ts'

let house: TestHouse
let shop: NewMerchant
let other: NewMerchant

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant('Ours')
  other = await house.createMerchant('Theirs')
})
afterAll(() => house.remove())

const custom_inputs = [{ name: 'seller', kind: 'identifier', meaning: 'Who sells it' }]
const settingsOf = ({ merchantId }: NewMerchant) => `/stores/${merchantId}/live/settings`
const place = (store: NewMerchant) =>
  send(house, {
    path: '/v1/assessments',
    body: anOrder({ custom_inputs: { seller: 'marketplace-anna' } }),
    keys: store.live,
  })
const ownProfiles = async ({ merchantId }: NewMerchant) => {
  const { items } = await house.foundation.documents
    .forMerchant(merchantId, 'live')
    .find(profiles, {}, { scan: true, limit: 100 })
  return items.filter(({ id }) => id.startsWith('own.'))
}

test('declaring takes the right to change settings', async () => {
  for (const role of ['approver', 'viewer'] as const) {
    const person = await signInTo(house, shop.organizationId, role)
    expect((await person.patch(settingsOf(shop), { custom_inputs })).status).toBe(403)
  }
  const stranger = await signInTo(house, other.organizationId, 'admin')
  expect((await stranger.patch(settingsOf(shop), { custom_inputs })).status).toBe(404)
})

test('profiles are keyed, and two stores that use the same seller share nothing', async () => {
  for (const store of [shop, other]) {
    const admin = await signInTo(house, store.organizationId, 'admin')
    expect((await admin.patch(settingsOf(store), { custom_inputs })).status).toBe(200)
    expect((await place(store)).status).toBe(200)
  }
  const [[ours], [theirs]] = [await ownProfiles(shop), await ownProfiles(other)]
  expect(ours?.id).toMatch(/^own\.seller:[0-9a-f]{64}$/)
  expect(JSON.stringify([ours, theirs])).not.toContain('anna')
  expect(ours?.id).not.toBe(theirs?.id)
})
