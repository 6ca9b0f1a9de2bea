import { Advice, BacktestResult, PolicyRevisions, PolicyView } from '#contract/console.ts'
import type { Assessment } from '#contract/assessment.ts'
import { callConsole, signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let now = Date.UTC(2026, 10, 20, 6)
let house: TestHouse
let shop: NewMerchant
let ines: SignedIn
beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
})
beforeEach(async () => {
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const at = (path = '') => `/stores/${shop.merchantId}/live/policy${path}`
const score = async (more: Readonly<Record<string, unknown>> = {}) =>
  (await send(house, { path: '/v1/assessments', body: anOrder(more), keys: shop.live, now })).body as Assessment
const label = (order: Assessment, name: string) =>
  send(house, { path: '/v1/labels', body: { order_id: order.order_id, label: name }, keys: shop.live, now })
const amounts = (amount: number) => ({
  order: { id: `o-${Math.random().toString(36).replace(/\d/g, 'x')}`, amount, currency: 'EUR' },
})

/** Events of a stream by name, as a browser would read them. */
const backtest = async (body: unknown) => {
  const response = await callConsole(house, { method: 'post', path: at('/backtest'), body, cookie: ines.cookie })
  const events = [...response.text.matchAll(/event: (\w+)\ndata: (.*)\n/g)]
  const named = events.map(([, name = '', data = 'null']) => ({ name, data: JSON.parse(data) as unknown }))
  return { status: response.status, named, body: response.body as unknown }
}
const resultOf = async (body: unknown) => {
  const { named } = await backtest(body)
  return BacktestResult.parse(named.find(({ name }) => name === 'result')?.data)
}

test('the shadow plan computes everything and lets everything through, from the next order on', async () => {
  await ines.patch(at(), { thresholds: { standard: { review: 90, decline: 80 } } })
  expect(await score()).toMatchObject({ decision: 'decline', would_decide: null })
  const view = PolicyView.parse((await ines.patch(at(), { plan: 'shadow' })).body)
  expect(view).toMatchObject({ plan: 'shadow', author: { type: 'person', name: 'Ines Okafor' } })
  const order = await score()
  expect(order).toMatchObject({ decision: 'approve', would_decide: 'decline', policy_revision: view.revision })
  const replayed = await send(house, { path: `/v1/assessments/${order.id}/replay`, keys: shop.live, now })
  expect(replayed.body).toMatchObject({ match: true })
  const { data } = PolicyRevisions.parse((await ines.get(at('/revisions'))).body)
  expect(data.slice(0, 2).map(({ changes }) => changes)).toEqual([
    ['Shadow plan: nothing acts'],
    ['Review below: 90 instead of 40', 'Decline below: 80 instead of 20'],
  ])
})

test('evidence can be weighed and switched off; what does not exist is named', async () => {
  const known = { 'email.disposable': { weight: 2 }, 'ip.hosting': { on: false } }
  const { evidence } = PolicyView.parse((await ines.patch(at(), { evidence: known })).body)
  expect(evidence.find(({ name }) => name === 'email.disposable')).toMatchObject({ on: true, weight: 2 })
  expect(evidence.find(({ name }) => name === 'ip.hosting')).toMatchObject({ on: false, weight: 1 })
  const unknown = await ines.patch(at(), { evidence: { 'no.thing': { on: false } } })
  expect(unknown.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/evidence/no.thing' }] })
})

test.each([
  ['/control/share', { control: { share: 0.03, at_most: { EUR: 1 } } }],
  ['/control/at_most', { control: { share: 0.01, at_most: {} } }],
  ['/thresholds/cod', { thresholds: { cod: { review: 10, decline: 20 } } }],
  ['/plan', { plan: 'half' }],
])('%s is refused, and nothing is changed', async (pointer, change) => {
  const before = (await ines.get(at())).body as unknown
  expect((await ines.patch(at(), change)).body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] })
  expect((await ines.get(at())).body).toEqual(before)
})

test('a control share lets through about as many of the would-be declines, and each says so', async () => {
  await ines.patch(at(), {
    thresholds: { standard: { review: 100, decline: 100 } },
    control: { share: 0.02, at_most: { EUR: 5_000 } },
  })
  const scored = await Promise.all(Array.from({ length: 150 }, () => score(amounts(5_000))))
  const through = scored.filter(({ control }) => control)
  expect(through.length).toBeLessThan(20)
  for (const order of through) expect(order).toMatchObject({ decision: 'approve', would_decide: 'decline' })
  const kept = scored.filter(({ control }) => !control)
  expect(new Set(kept.map(({ decision }) => decision))).toEqual(new Set(['decline']))
})

test('a backtest of a rule tells what it catches and whom it stops, and saves nothing', async () => {
  const [small, large, fraud, other] = [
    await score(amounts(1_000)),
    await score(amounts(90_000)),
    await score(amounts(95_000)),
    await score(amounts(99_000)),
  ]
  await label(large, 'not_fraud')
  await label(fraud, 'fraud')
  const before = (await ines.get(at())).body as unknown
  const result = await resultOf({ rule: { expression: 'order.amount > 50000', action: { type: 'review' } } })
  expect(result).toMatchObject({
    orders: 4,
    outcomes: { bad: 1, good: 1, unknown: 2 },
    matched: { orders: 3, amount: { EUR: 284_000 } },
    changed: { 'approve>review': 3 },
    difference: {
      caught: { orders: 1, amount: { EUR: 95_000 } },
      missed: { orders: 0 },
      good_stopped: { orders: 1, amount: { EUR: 90_000 } },
      good_freed: { orders: 0 },
    },
  })
  expect(result.samples.map(({ id }) => id).sort()).toEqual([large.id, fraud.id, other.id].sort())
  expect(result.samples.map(({ id }) => id)).not.toContain(small.id)
  expect((await ines.get(at())).body).toEqual(before)
})

test('thresholds are tried on the same orders; packed ones and new ones alike', async () => {
  const first: Assessment[] = []
  for (let turn = 0; turn < 22; turn += 1) {
    now += 1_000
    first.push(...(await Promise.all(Array.from({ length: 10 }, (_, n) => score(amounts(1_000 + turn * 10 + n))))))
  }
  const ask = { thresholds: { standard: { review: 100, decline: 0 } } }
  const fresh = await resultOf(ask)
  now += 60 * 60_000
  ines = await signInTo(house, shop.organizationId)
  expect(await house.services.assessments.pack({ merchantId: shop.merchantId, mode: 'live' })).toBe(1)
  await score(amounts(7))
  const packed = await resultOf({ ...ask, to: new Date(now - 30 * 60_000).toISOString() })
  const counted = ({ samples, took_ms: took, ...rest }: BacktestResult) => ({
    ...rest,
    samples: samples.length,
    took: took >= 0,
  })
  expect(counted(packed)).toEqual(counted(fresh))
  expect(fresh).toMatchObject({ orders: first.length, changed: { 'approve>review': first.length }, matched: null })
  expect((await resultOf({ ...ask, most: 50 })).orders).toBe(50)
}, 60_000)

test('a rule that does not hold water is refused before anything is read', async () => {
  const refused = await backtest({ rule: { expression: 'order.amuont > 1', action: { type: 'block' } } })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expression', code: 'unknown_name' }] } })
})

test('progress is told while it runs', async () => {
  await score()
  const { named } = await backtest({ thresholds: {} })
  expect(named.map(({ name }) => name)).toEqual(['progress', 'result'])
  expect(named[0]?.data).toEqual({ read: 1, total: 1 })
})

test('advice needs outcomes, and says how many it has', async () => {
  await label(await score(amounts(5_000)), 'fraud')
  await label(await score(amounts(5_000)), 'not_fraud')
  const advice = Advice.parse((await ines.get(at('/advice?margin=0.2&cost=1500'))).body)
  expect(advice).toMatchObject({ card: 'standard', currency: 'EUR', orders: 2, bad: 1, good: 1, enough: false })
  expect(advice.decline.curve).toHaveLength(101)
})
