import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId, 'admin')
})
afterAll(() => house.remove())

const settings = () => `/stores/${shop.merchantId}/live/settings`
const input = (name: string, kind = 'identifier') => ({ name, kind, meaning: '' })

test.each([
  ['/custom_inputs/0/name', [input('Bad Name')]],
  ['/custom_inputs/0/kind', [input('a', 'text')]],
  ['/custom_inputs/1/name', [input('a'), input('a', 'number')]],
  ['/custom_inputs', ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => input(name))],
  ['/custom_inputs', Array.from({ length: 51 }, (_, at) => input(`n${at}`, 'number'))],
  ['/custom_inputs/0/meaning', [{ ...input('a'), meaning: 'x'.repeat(201) }]],
])('%s is refused, and nothing is changed', async (pointer, custom_inputs) => {
  const refused = await ines.patch(settings(), { custom_inputs })
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] })
  expect((await ines.get(settings())).body).toMatchObject({ custom_inputs: [] })
})

test('an order without the field, or with an empty one, is scored as ever', async () => {
  await ines.patch(settings(), { custom_inputs: [input('coupon'), input('age', 'number')] })
  for (const custom_inputs of [{}, { coupon: '' }, { coupon: ' ', age: 'old' }]) {
    const body = anOrder({ custom_inputs })
    expect((await send(house, { path: '/v1/assessments', body, keys: shop.live })).status).toBe(200)
  }
})
