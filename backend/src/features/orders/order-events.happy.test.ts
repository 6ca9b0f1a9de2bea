import type { Assessment } from '#contract/assessment.ts'
import { OrderDetail, OrderHistory, OutcomesSummary } from '#contract/console.ts'
import { OrderEvent } from '#contract/order-events.ts'
import { outcomesOf } from '../../scoring/outcomes.ts'
import { callConsole, signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { adaptProfile, profileId, profiles } from '../velocity/service.ts'

let house: TestHouse
let shop: NewMerchant
let person: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  person = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
const score = async (more: Readonly<Record<string, unknown>> = {}): Promise<Assessment> =>
  (await send(house, { path: '/v1/assessments', body: anOrder(more), keys: shop.live })).body as Assessment
const tell = (orderId: string, body: unknown) =>
  send(house, { path: `/v1/orders/${encodeURIComponent(orderId)}/events`, body, keys: shop.live })
const look = async (path: string) =>
  (await callConsole(house, { path: `/stores/${shop.merchantId}/live${path}`, cookie: person.cookie })).body as unknown
const at = (agoMs: number) => new Date(Date.now() - agoMs).toISOString()

test('a refused payment reaches the profiles, once, and a payment that succeeds takes it back', async () => {
  const { id, order_id } = await score({ email: { address: 'unpaid@shopper.example' } })
  const known = async () => {
    const [order] = await house.services.assessments.stored.byIds(tenant(), [id])
    const scope = house.foundation.documents.forMerchant(shop.merchantId, 'live')
    const stored = await scope.get(profiles, profileId('email', order?.identifiers.email?.id ?? ''))
    return outcomesOf(adaptProfile('email', stored, 'none'), { now: Date.now(), orderRef: 'none' }).totals
  }
  const refused = { type: 'refused', at: at(2_000), code: 'do_not_honor' }
  const first = OrderEvent.parse((await tell(order_id, refused)).body)
  expect(OrderEvent.parse((await tell(order_id, refused)).body)).toEqual(first)
  expect(first).toMatchObject({ order_id, assessment_id: id, type: 'refused', code: 'do_not_honor' })
  expect(await known()).toMatchObject({ unpaid: 1, bad: 0, good: 0 })
  await tell(order_id, { type: 'captured', at: at(1_000) })
  expect(await known()).toMatchObject({ unpaid: 0 })
})

test('what happened stands on the page of the order, oldest first', async () => {
  const { id, order_id } = await score()
  await tell(order_id, { type: 'shipped', at: at(0) })
  await send(house, {
    path: '/v1/labels',
    body: { order_id, label: 'chargeback', reason_code: '10.4' },
    keys: shop.live,
  })
  const detail = OrderDetail.parse(await look(`/orders/${id}`))
  expect(detail.timeline.map(({ code }) => code)).toEqual(['received', 'scored', 'event_shipped', 'label_chargeback'])
  expect(detail.timeline.at(-1)).toMatchObject({ text: 'Charged back', detail: 'Source: merchant, reason 10.4' })
  const history = OrderHistory.parse(await look(`/orders/${id}/history`))
  expect(history).toMatchObject({
    outcome: { outcome: 'bad', because: 'label' },
    labels: [{ label: 'chargeback', means: 'bad' }],
    events: [{ type: 'shipped' }],
    ...{ rescored: [], review: null },
  })
})

test('an order that was cancelled is never good by silence', async () => {
  const { id, order_id } = await score()
  await tell(order_id, { type: 'cancelled', at: at(0) })
  expect(OrderHistory.parse(await look(`/orders/${id}/history`)).outcome).toMatchObject({
    ...{ outcome: 'unknown', because: 'cancelled', good_at: null },
  })
})

test('a person labels an order, and is named', async () => {
  const { id } = await score()
  const path = `/stores/${shop.merchantId}/live/orders/${id}/labels`
  const answer = await callConsole(house, { method: 'post', path, body: { label: 'not_fraud' }, cookie: person.cookie })
  const { labels, outcome } = OrderHistory.parse(answer.body)
  expect(outcome.outcome).toBe('good')
  expect(labels[0]?.told_by).toMatch(/^usr_/)
})

test('known outcomes move the start of every order, by a revision of the policy', async () => {
  const other = await house.createMerchant('Moved')
  const orders = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { body } = await send(house, { path: '/v1/assessments', body: anOrder(), keys: other.live })
      return { order_id: (body as Assessment).order_id, label: 'fraud' }
    }),
  )
  await send(house, { path: '/v1/labels', body: { labels: orders }, keys: other.live })
  const work = house.startWork()
  await work.runNow('fold-outcomes')
  await work.runNow('move-bases')
  await work.stop()
  const owner = await signInTo(house, other.organizationId)
  const path = `/stores/${other.merchantId}/live/outcomes`
  const summary = OutcomesSummary.parse((await callConsole(house, { path, cookie: owner.cookie })).body)
  expect(summary).toMatchObject({ standard: { bad: 20, good: 0 }, labels_30d: 20, maturity_days: 60 })
  expect(summary.standard.base).toBeLessThan(70)
  const policy = await house.foundation.merchants.policy(other.merchantId)
  expect(policy).toMatchObject({
    revision: 'pol_2',
    cards: { standard: { base: summary.standard.base }, cod: { base: 70 } },
  })
})
