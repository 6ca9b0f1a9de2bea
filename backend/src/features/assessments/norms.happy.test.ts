import { createFold } from '../../platform/outbox/fold.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { createNormsConsumer, normsCollection } from './norms.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const scope = () => house.foundation.documents.forMerchant(shop.merchantId, 'live')
const stored = async () => (await scope().get(normsCollection, 'norms'))?.norms
const consumer = () => createNormsConsumer({ documents: house.foundation.documents, clock: Date.now })
const fold = () =>
  createFold({ documents: house.foundation.documents, clock: Date.now })('assessment.scored', [consumer()])

test('each scored order is folded once; a second attempt makes no habit', async () => {
  const order = anOrder()
  for (const body of [order, anOrder(), { ...order, email: { address: 'again@example.com' } }]) {
    await send(house, { path: '/v1/assessments', body, keys: shop.live })
  }
  expect(await fold()).toBe(3)
  expect(await stored()).toMatchObject({ orders: 2 })
  expect(await fold()).toBe(0)
})

test('habits: method, basket and keyed categories; a category never in clear', async () => {
  const cart = [{ item_id: 'a', category: 'Espresso machines', quantity: 2, price: 100 }]
  const body = { ...anOrder(), payment: { method: 'invoice' }, shopping_cart: cart }
  await send(house, { path: '/v1/assessments', body, keys: shop.live })
  await fold()
  const norms = await stored()
  expect(norms?.habits?.methods).toMatchObject({ invoice: expect.closeTo(1, 2) })
  expect(Object.keys(norms?.habits?.categories ?? {})).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/)])
  expect(norms?.habits?.items).not.toEqual({})
  expect(JSON.stringify(norms)).not.toMatch(/espresso/i)
})

test('entries that come again after a crash are not counted again', async () => {
  const entry = {
    id: 'out_again',
    kind: 'assessment.scored' as const,
    state: 'open' as const,
    at: Date.now(),
    subject: 'asm_again',
    data: { attempt: 1, amount: 100, currency: 'EUR', country: null, without_session: true, test: false },
  }
  const tenant = { merchantId: shop.merchantId, mode: 'live' } as const
  await consumer().fold(tenant, [entry])
  await consumer().fold(tenant, [entry])
  expect(await stored()).toMatchObject({ orders: 4 })
})
