import { Assessment } from '#contract/assessment.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'

let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant('Shop')
  other = await house.createMerchant('Other')
})
afterAll(() => house.remove())

const score = async (body: unknown, keys = shop.live): Promise<Assessment> =>
  Assessment.parse((await send(house, { path: '/v1/assessments', body, keys })).body)

const codes = ({ reasons }: Assessment) => reasons.map(({ code }) => code).sort()

test('of 40 orders at once on one device, at most one scores as if the others did not exist', async () => {
  let people = 0
  const order = () =>
    anOrder({ device: { id: 'one-tablet' }, email: { address: `person.${(people += 1)}@example.com` } })
  const alone = codes(await score({ ...order(), device: { id: 'another-tablet' } }))
  const scored = await Promise.all(Array.from({ length: 40 }, () => score(order())))
  const asIfAlone = scored.filter((assessment) => JSON.stringify(codes(assessment)) === JSON.stringify(alone))
  expect(asIfAlone.length).toBeLessThanOrEqual(1)
})

test('each order counts once, however often it is told', async () => {
  const order = anOrder({ email: { address: 'told@example.com' } })
  await Promise.all([
    score(order),
    ...Array.from({ length: 5 }, () => send(house, { path: '/v1/assessments', body: order, keys: shop.live })),
  ])
  const found = await house.services.assessments.orders.search(
    { merchantId: shop.merchantId, mode: 'live' },
    'told@example.com',
  )
  expect(found.found).toBe(1)
})

test('another store, and the other mode, know nothing of an order', async () => {
  const order = anOrder({ email: { address: 'shared@example.com' } })
  const mine = await score(order)
  for (const keys of [other.live, other.test, shop.test]) {
    const read = await send(house, { method: 'GET', path: `/v1/assessments/${mine.id}`, keys })
    const missing = await send(house, { method: 'GET', path: `/v1/assessments/asm_${'0'.repeat(26)}`, keys })
    expect(read.status).toBe(404)
    expect({ ...(read.body as object), request_id: '' }).toEqual({ ...(missing.body as object), request_id: '' })
    const theirs = await score(order, keys)
    expect(theirs).toMatchObject({ attempt: 1, previous: null })
    expect(theirs.id).not.toBe(mine.id)
  }
})

test('what is searched for by one store is not found by another', async () => {
  const inMode = { mode: 'live' } as const
  const search = (merchantId: string) =>
    house.services.assessments.orders.search({ merchantId, ...inMode }, 'shared@example.com')
  const [mine, theirs] = [await search(shop.merchantId), await search(other.merchantId)]
  expect(mine.ref).not.toBe(theirs.ref)
})

test.each(['__proto__', 'constructor', 'prototype', 'toString'])('a field named %s does nothing', async (name) => {
  const body = `{"order":{"id":"proto-${name}","amount":1,"currency":"EUR"},"${name}":{"polluted":true},"custom_inputs":{"${name}":1}}`
  const answer = await send(house, { path: '/v1/assessments', body, keys: shop.live })
  expect(answer.status).toBe(200)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
