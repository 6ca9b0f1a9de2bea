import { Settings } from '#contract/console.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { registry } from '../../scoring/registry.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { assessments } from './collections.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn

beforeEach(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId, 'admin')
})
afterEach(() => house.remove())

const declare = async (inputs: readonly object[]) =>
  ines.patch(`/stores/${shop.merchantId}/live/settings`, { custom_inputs: inputs })
const coupon = { name: 'coupon', kind: 'identifier', meaning: 'Code at the till' }

let orders = 0
const place = async (custom_inputs: Record<string, string | number>): Promise<string> => {
  orders += 1
  const body = {
    ...anOrder(),
    email: { address: `person${orders}@shop.example` },
    custom_inputs,
  }
  const answer = await send(house, { path: '/v1/assessments', body, keys: shop.live })
  expect(answer.status).toBe(200)
  return (answer.body as { id: string }).id
}

const stored = async (id: string) => {
  const row = await house.foundation.documents.forMerchant(shop.merchantId, 'live').get(assessments, id)
  if (!row?.order || !row.verdict) throw new Error('not scored')
  return { order: row.order, values: row.verdict.values }
}
const valueOf = async (id: string, name: string) =>
  (await stored(id)).values[registry.findIndex((evidence) => evidence.name === name)]

test('a coupon that is declared an identifier has a past from the next order on', async () => {
  const before = await place({ coupon: 'SPRING' })
  expect(await valueOf(before, 'own.orders_1h')).toBeNull()
  const after = Settings.parse((await declare([coupon])).body)
  expect(after.custom_inputs).toEqual([coupon])
  const [first, second] = [await place({ coupon: 'SPRING' }), await place({ coupon: 'SPRING' })]
  const third = await place({ coupon: 'SPRING' })
  const other = await place({ coupon: 'AUTUMN' })
  expect(await valueOf(first, 'own.orders_1h')).toBe(0)
  expect(await valueOf(second, 'own.orders_1h')).toBe(1)
  expect(await valueOf(third, 'own.emails_24h')).toBe(3)
  expect(await valueOf(other, 'own.orders_1h')).toBe(0)
})

test('what became of its orders is known of the coupon', async () => {
  await declare([coupon])
  const bad = await place({ coupon: 'SPRING' })
  const label = { label: 'fraud', assessment_id: bad }
  expect((await send(house, { path: '/v1/labels', body: label, keys: shop.live })).status).toBe(200)
  expect(await valueOf(await place({ coupon: 'SPRING' }), 'own.outcomes')).toBeGreaterThan(1)
  expect(await valueOf(await place({ coupon: 'AUTUMN' }), 'own.outcomes')).toBe(0)
})

test('a store that declares nothing keeps what it always kept', async () => {
  const { order } = await stored(await place({ coupon: 'SPRING' }))
  expect(order.identifiers).not.toHaveProperty('own')
  expect(order.facts).not.toHaveProperty('amounts')
})

test('numbers, money, categories and what is to be ignored', async () => {
  await declare([
    { name: 'age', kind: 'number', meaning: '' },
    { name: 'fee', kind: 'amount', meaning: '' },
    { name: 'code', kind: 'category', meaning: '' },
    { name: 'queue', kind: 'ignore', meaning: '' },
  ])
  const { order } = await stored(await place({ age: '12', fee: '300', code: 4, queue: 'x' }))
  expect(order.facts).toMatchObject({ custom: { age: 12, fee: 300 }, amounts: ['fee'] })
  expect(order.facts.custom['code']).toMatch(/^[0-9a-f]{64}$/)
  expect(order.facts.custom).not.toHaveProperty('queue')
})
