import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssessmentRequest } from '#contract/assessment-request.ts'
import { newKey, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { assessments } from './collections.ts'
import { shapeOf, type Shape } from './parsing/shape.ts'

const page = readFileSync(join(__dirname, '../../../../docs/stored-data.md'), 'utf8')

/** Field and what is left of it, as the page says. */
const listed: ReadonlyMap<string, string> = new Map(
  [...page.matchAll(/^\| `([a-z0-9_.]+)` +\| (clear|sealed|keyed|derived|dropped) +\|/gm)].map(
    ([, field = '', left = '']) => [field, left],
  ),
)

const fieldsOf = (shape: Shape, path: string): readonly string[] => {
  if (shape.kind === 'list') return fieldsOf(shape.item, path)
  if (shape.kind !== 'object') return [path]
  return [...shape.fields].flatMap(([name, child]) => fieldsOf(child, path === '' ? name : `${path}.${name}`))
}

const marker = (field: string): string => `zq7${field.replace(/[^a-z0-9]/g, 'x')}q7z`

const party = (side: string) => ({
  name: marker(`${side}.name`),
  phone: marker(`${side}.phone`),
  address: marker(`${side}.address`),
  address_2: marker(`${side}.address_2`),
  city: marker(`${side}.city`),
  region: marker(`${side}.region`),
  postal: `zq7${side}q7z`.slice(0, 20),
  country: 'DE',
})

/** A marker in every field that takes free text. */
const marked = {
  session_id: marker('session_id'),
  order: { id: marker('order.id'), amount: 12_999, currency: 'EUR' },
  account: { id: marker('account.id') },
  email: { address: `${marker('email.address')}@${marker('email.domain')}.example` },
  billing: party('billing'),
  shipping: { ...party('shipping'), method: marker('shipping.method') },
  payment: { method: 'card', token: marker('payment.token'), decline_code: marker('payment.decline_code') },
  shopping_cart: [{ item_id: marker('shopping_cart.item_id'), category: marker('shopping_cart.category') }],
  device: { ip: marker('device.ip'), user_agent: marker('device.user_agent'), id: marker('device.id') },
  custom_inputs: { note: marker('custom_inputs') },
}

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse({ logLevel: 'trace' })
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const found = (text: string): readonly string[] => [...new Set(text.match(/zq7[a-z0-9]*?q7z/gi) ?? [])].sort()

const markersOf = (...wanted: readonly string[]): readonly string[] =>
  [...listed]
    .filter(([field, left]) => wanted.includes(left) && JSON.stringify(marked).includes(marker(field)))
    .map(([field]) => marker(field))
    .sort()

const disk = (): string =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

test('the page lists every field of a request, and no other', () => {
  expect([...listed.keys()].sort()).toEqual([...fieldsOf(shapeOf(AssessmentRequest), '')].sort())
})

test('of an order with a marker in every field, only what is listed is left', async () => {
  const answer = await send(house, { path: '/v1/assessments', body: marked, keys: shop.test, idempotencyKey: newKey() })
  expect(answer.status).toBe(200)

  const { id } = answer.body as { id: string }
  const document = await house.foundation.documents.forMerchant(shop.merchantId, 'test').get(assessments, id)
  expect(found(JSON.stringify(document))).toEqual(markersOf('clear', 'sealed'))
  expect(found(disk())).toEqual(markersOf('clear'))
  expect(found(house.logged.join('\n'))).toEqual([])
})
