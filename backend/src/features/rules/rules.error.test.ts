import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { Rule, Rules } from '#contract/rules.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const post = (body: unknown) => send(house, { path: '/v1/rules', body, keys: shop.live })
const all = async () => Rules.parse((await send(house, { method: 'GET', path: '/v1/rules', keys: shop.live })).body)
const aRule = (expression: string) => ({ name: 'Rule', expression, action: { type: 'review' } })

test.each([
  ['order.amuont > 3', 'unknown_name', 'Line 1, column 1: There is no name order.amuont. Did you mean order.amount?'],
  ['order.amount >\n "3"', 'type', 'Line 1, column 1: > does not go between a whole number and a text.'],
  ['order.amount > 3 and true', 'syntax', /^Line 1, column 18: .+ Did you mean &&\?$/],
  ['payment.method.matches("(a+)+$")', 'not_offered', 'Line 1, column 1: matches is not offered here.'],
  ['basket.categories.exists(c, basket.categories.exists(d, c == d))', 'too_costly', /nodes/],
])('%s is refused with position and reason', async (expression, code, detail) => {
  const before = await all()
  const refused = await post(aRule(expression))
  expect(refused.status).toBe(422)
  const told = typeof detail === 'string' ? detail : (expect.stringMatching(detail) as unknown)
  expect(refused.body).toMatchObject({
    code: 'validation_failed',
    errors: [{ pointer: '/expression', code, detail: told }],
  })
  expect(await all()).toEqual(before)
})

test.each([
  ['/name', { name: ' ' }],
  ['/action/points', { action: { type: 'points', points: 101 } }],
  ['/action/type', { action: { type: 'delete' } }],
  ['/state', { state: 'on' }],
  ['/order', { order: 0 }],
])('%s has bounds', async (pointer, more) => {
  const refused = await post({ ...aRule('true'), ...more })
  expect(refused.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] })
})

test('a card number in a rule is refused, and kept nowhere', async () => {
  const refused = await post(aRule('custom_inputs.card == "4111111111111111"'))
  expect(refused.body).toMatchObject({ code: 'card_number_refused' })
})

test('many people at once: no save is lost, each is a revision of its own', async () => {
  const saved = await Promise.all(
    Array.from({ length: 6 }, (_, at) => post({ ...aRule('order.amount > 1'), name: `R${at}` })),
  )
  const rules = saved.map(({ body }) => Rule.parse(body))
  expect(new Set(rules.map(({ policy_revision: revision }) => revision)).size).toBe(6)
  const names = (await all()).data.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(rules.map(({ name }) => name)))
})

test('all rules of a store together have a limit', async () => {
  const other = await house.createMerchant('Limited')
  const costly = { ...aRule('basket.categories.exists(c, c.contains("a") || c.contains("b"))'), state: 'live' }
  const statuses: number[] = []
  for (let at = 0; at < 10; at += 1) {
    statuses.push((await send(house, { path: '/v1/rules', body: costly, keys: other.live })).status)
  }
  expect(statuses).toEqual(expect.arrayContaining([201, 422]))
  expect(statuses.at(-1)).toBe(422)
})
