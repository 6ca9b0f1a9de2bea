import type { EvidenceList, EvidenceStatistics, OrderDetail, ProfileDetail } from '#contract/console.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let person: SignedIn
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  person = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const store = (path: string): string => `/stores/${shop.merchantId}/test/${path}`
const score = async (body: Record<string, unknown>) => {
  const { body: scored } = await send(house, { path: '/v1/assessments', body, keys: shop.test })
  return scored as { id: string; order_id: string; trust_score: number; reasons: { code: string }[] }
}
const refOf = async (id: string, kind: string): Promise<string> => {
  const { identifiers } = (await person.get(store(`orders/${id}`))).body as OrderDetail
  return identifiers.find((identifier) => identifier.kind === kind)?.ref ?? ''
}
const profile = async (kind: string, ref: string) =>
  (await person.get(store(`profiles/${kind}/${ref}`))).body as ProfileDetail

const buyer = (email: string) => anOrder({ email: { address: email }, payment: { method: 'card', token: 'tok_mara' } })

test('a person, with orders, partners, windows and what became of them', async () => {
  const first = await score(buyer('mara@profiles.example'))
  await score(buyer('mara@profiles.example'))
  const label = { order_id: first.order_id, label: 'fraud' }
  const told = await send(house, { path: '/v1/labels', body: label, keys: shop.test })
  expect(told.status).toBeLessThan(300)

  const ref = await refOf(first.id, 'email')
  const shown = await profile('email', ref)
  expect(shown).toMatchObject({ kind: 'email', ref, hint: 'm***@p***.example', orders_total: 2, more: 0 })
  expect(shown.orders.map(({ outcome }) => outcome).sort()).toEqual(['bad', null])
  expect(shown.outcomes).toMatchObject({ bad: 1, good: 0 })
  expect(shown.outcomes.odds).toBeGreaterThan(40)
  expect(shown.windows.find(({ window }) => window === '1h')).toMatchObject({
    orders: 2,
    at_least: false,
    sums: [{ currency: 'EUR', amount: 25_998 }],
    partners: expect.arrayContaining([{ kind: 'card', count: 1 }]),
  })
  const card = shown.partners.find(({ kind }) => kind === 'card')
  expect(card).toMatchObject({ orders: 2, ref: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await profile('card', card?.ref ?? '')).toMatchObject({ kind: 'card', orders_total: 2 })
  expect(shown.days).toEqual([{ day: new Date().toISOString().slice(0, 10), orders: 2 }])
})

test('the next order of that person knows it, and of another with the same card too', async () => {
  const again = await score(buyer('mara@profiles.example'))
  expect(again.reasons.map(({ code }) => code)).toContain('GROUP_OUTCOMES_BAD')
  const other = await score(buyer('else@profiles.example'))
  expect(other.reasons.map(({ code }) => code)).toContain('CARD_OUTCOMES_BAD')
  expect(other.trust_score).toBeLessThan(30)
})

test.each([
  ['email', '0'.repeat(64)],
  ['email', 'mara@profiles.example'],
  ['planet', '0'.repeat(64)],
])('%s %s is not found', async (kind, ref) => {
  expect((await person.get(store(`profiles/${kind}/${ref}`))).status).toBe(404)
})

test('evidence: the registry as this store uses it, and how often it fires', async () => {
  const { data } = (await person.get(store('evidence'))).body as EvidenceList
  const outcomes = data.find(({ name }) => name === 'email.outcomes')
  expect(outcomes).toMatchObject({ code: 'EMAIL_OUTCOMES_BAD', unit: 'bits', on: true, weight: 1 })
  for (const { type, edges } of data) expect(type !== 'number' || edges.length >= 17).toBe(true)

  const statistics = (await person.get(store('evidence/statistics'))).body as EvidenceStatistics
  expect(statistics).toMatchObject({ orders: 4, bad: 1, good: 0 })
  expect(statistics.data.map(({ name }) => name)).toEqual(data.map(({ name }) => name))
  expect(statistics.data.find(({ name }) => name === 'card.outcomes')).toMatchObject({ known: 1, against: 0.5 })
})
