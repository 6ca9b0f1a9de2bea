import type { OrderDetail, ProfileDetail } from '#contract/console.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let person: SignedIn
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  person = await signInTo(house, shop.organizationId, 'admin')
  const custom_inputs = ['seller', 'coupon'].map((name) => ({ name, kind: 'identifier', meaning: '' }))
  expect((await person.patch(store('settings'), { custom_inputs })).status).toBe(200)
})
afterAll(() => house.remove())

const store = (path: string): string => `/stores/${shop.merchantId}/live/${path}`
const place = async (email: string, custom_inputs: Record<string, string>) => {
  const body = { ...anOrder({ email: { address: email } }), custom_inputs }
  return (await send(house, { path: '/v1/assessments', body, keys: shop.live })).body as { id: string }
}
const identifiersOf = async (id: string) => ((await person.get(store(`orders/${id}`))).body as OrderDetail).identifiers

test('a declared identifier has a page like a person: orders, partners, windows, outcomes', async () => {
  const first = await place('one@own.example', { seller: 'Marlow', coupon: 'Marlow' })
  await place('two@own.example', { seller: 'Marlow' })
  await place('two@own.example', { seller: 'Hatch' })
  const label = { assessment_id: first.id, label: 'fraud' }
  expect((await send(house, { path: '/v1/labels', body: label, keys: shop.live })).status).toBe(200)

  const identifiers = await identifiersOf(first.id)
  const seller = identifiers.find(({ kind }) => kind === 'own.seller')
  expect(seller).toEqual({ kind: 'own.seller', hint: null, short: seller?.ref.slice(0, 4), ref: seller?.ref })
  const { status, body, text } = await person.get(store(`profiles/own.seller/${seller?.ref ?? ''}`))
  expect(status).toBe(200)
  const shown = body as ProfileDetail
  expect(shown).toMatchObject({ kind: 'own.seller', ref: seller?.ref, hint: null, orders_total: 2, more: 0 })
  expect(shown.orders.map(({ outcome }) => outcome).sort()).toEqual(['bad', null])
  expect(shown.outcomes).toMatchObject({ bad: 1, good: 0 })
  const hour = shown.windows.find(({ window }) => window === '1h')
  expect(hour?.partners).toContainEqual({ kind: 'email', count: 2 })
  expect(shown.partners.filter(({ kind }) => kind === 'email')).toHaveLength(2)
  expect(text).not.toMatch(/marlow/i)
})

test('the same value under another name is another thing', async () => {
  const identifiers = await identifiersOf((await place('six@own.example', { seller: 'Same', coupon: 'Same' })).id)
  const [seller, coupon] = ['own.seller', 'own.coupon'].map((kind) => identifiers.find((one) => one.kind === kind))
  expect(coupon?.ref).not.toBe(seller?.ref)
  expect((await person.get(store(`profiles/own.coupon/${seller?.ref ?? ''}`))).status).toBe(404)
  expect((await person.get(store(`profiles/own.coupon/${coupon?.ref ?? ''}`))).status).toBe(200)
})

test.each(['own.', 'own.Seller', 'own.seller:x', 'own', 'own.nobody'])('%s is not found', async (kind) => {
  expect((await person.get(store(`profiles/${kind}/${'0'.repeat(64)}`))).status).toBe(404)
})

test('another store has no page for it', async () => {
  const other = await house.createMerchant('Other')
  const stranger = await signInTo(house, other.organizationId, 'admin')
  const { ref = '' } = (await identifiersOf((await place('ten@own.example', { seller: 'Marlow' })).id)).at(-1) ?? {}
  const path = (id: string) => `/stores/${id}/live/profiles/own.seller/${ref}`
  expect((await person.get(path(shop.merchantId))).status).toBe(200)
  expect((await stranger.get(path(other.merchantId))).status).toBe(404)
  expect((await stranger.get(path(shop.merchantId))).status).toBe(404)
})
