import type { Assessment } from '#contract/assessment.ts'
import { ModelDetail, ModelRow, Models, Training } from '#contract/console.ts'
import { Problem } from '#contract/problem.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { plantModel } from '../../testing/plant-model.ts'
import type { NewMerchant } from '../merchants/service.ts'

// Two hundred orders with their labels, and a fit.
jest.setTimeout(90_000)

let house: TestHouse
let shop: NewMerchant
let person: SignedIn
let now = Date.UTC(2026, 0, 5, 12)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  person = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const path = () => `/stores/${shop.merchantId}/live/models`
const models = async (): Promise<Models> => Models.parse((await person.get(path())).body)
const versionOf = async (id: string) => (await models()).versions.find((model) => model.id === id)

let people = 0
const score = async (method: string): Promise<Assessment> => {
  people += 1
  now += 1_000
  const email = { address: `person${String.fromCharCode(97 + (people % 26))}${people}@shopper.example` }
  const body = anOrder({ email, payment: { method } })
  return (await send(house, { path: '/v1/assessments', body, keys: shop.live, now })).body as Assessment
}
const label = async ({ order_id }: Assessment, name: string) =>
  send(house, { path: '/v1/labels', body: { order_id, label: name }, keys: shop.live, now })
/** All jobs start at once; the one that is asked for is awaited. */
const runJob = async (name: string) => {
  const work = house.startWork()
  await work.runNow(name)
  await work.stop()
}
const train = () => house.services.models.trainDue()
const promote = () => house.services.models.promotePassed()

/** Bank transfers are bad here, which the scorecard does not know. */
const live = async (orders: number): Promise<void> => {
  for (let order = 0; order < orders; order += 1) {
    const isBad = order % 8 === 3
    const scored = await score(isBad ? 'bank_transfer' : 'card')
    await label(scored, isBad ? 'fraud' : 'not_fraud')
  }
}

test('a store without labels is told what is missing', async () => {
  await train()
  const { training, cards, versions } = await models()
  expect(training.state).toBe('done')
  expect(training.text).toContain('0 bad and 0 good orders are known; 10 and 100 are needed.')
  expect(cards.map(({ champion, needs }) => [champion, needs])).toEqual([
    [null, { bad: 10, good: 100 }],
    [null, { bad: 10, good: 100 }],
  ])
  expect(versions).toEqual([])
})

test('labels make a challenger, which scores beside the scorecard and changes nothing', async () => {
  await live(240)
  await runJob('fold-outcomes')
  expect(Training.parse((await person.post(`${path()}/train`)).body).state).toBe('asked')
  await train()
  const { versions, training, cards } = await models()
  expect(training).toMatchObject({ state: 'done', progress: 1 })
  expect(versions).toMatchObject([
    { number: 1, card: 'standard', state: 'challenger', trained_on: { orders: 240, bad: 30 } },
  ])
  const [challenger] = versions
  expect(cards[0]).toMatchObject({ champion: null, challenger: challenger?.id, labels: { bad: 30, good: 210 } })

  const before = await score('bank_transfer')
  expect(before.base).not.toBe(challenger?.base)
  await runJob('fold-verdicts')
  const detail = ModelDetail.parse((await person.get(`${path()}/${challenger?.id}`)).body)
  expect(detail.shadow?.orders).toBe(1)
  expect(detail.curves[0]?.evidence).toBe('payment.method')
  expect(detail.scores.map(({ name }) => name)).toEqual(['scorecard', 'champion', 'model'])
  expect(detail.learning_curve.length).toBe(4)
})

test('a person promotes it, verdicts follow and can be replayed, and one call goes back', async () => {
  const [challenger] = (await models()).versions
  const id = challenger?.id ?? ''
  const before = await score('bank_transfer')
  const refused = await person.post(`${path()}/${id}/promote`, {})
  expect([refused.status, Problem.parse(refused.body).code]).toEqual([422, 'validation_failed'])
  const promoted = ModelRow.parse((await person.post(`${path()}/${id}/promote`, { override: true })).body)
  expect(promoted).toMatchObject({ state: 'champion', promoted_by: 'Ines Okafor' })

  const after = await score('bank_transfer')
  expect(after.trust_score).toBeLessThan(before.trust_score)
  expect(after.reasons.find(({ code }) => code.startsWith('PAYMENT_METHOD'))?.points).toBeLessThan(0)
  const replayed = await person.post(`/stores/${shop.merchantId}/live/orders/${after.id}/replay`)
  expect(replayed.body).toMatchObject({ match: true })
  const { cards } = await models()
  expect(cards[0]).toMatchObject({ champion: id, returns_to: { id: null, text: 'The expert scorecard' } })

  await person.post(`${path()}/return`, { card: 'standard' })
  expect((await score('bank_transfer')).trust_score).toBe(before.trust_score)
  expect((await versionOf(id))?.state).toBe('former')
  const again = await person.post(`${path()}/return`, { card: 'standard' })
  expect(again.status).toBe(422)
})

test('what passed the gate is promoted without a person, unless they keep that to themselves', async () => {
  const tenant = { merchantId: shop.merchantId, mode: 'live' } as const
  await person.patch(path(), { automatic: false })
  const id = await plantModel(house, tenant, { gate: { outcome: 'passed', checks: [] } })
  await promote()
  expect((await versionOf(id))?.state).toBe('challenger')
  expect(Models.parse((await person.patch(path(), { automatic: true })).body).automatic).toBe(true)
  await promote()
  expect(await versionOf(id)).toMatchObject({ state: 'champion', promoted_by: null })
})

test('chargebacks of the last 30 days are a share of orders and of value', async () => {
  const { chargebacks } = await models()
  expect(chargebacks.orders).toBeGreaterThan(200)
  expect(chargebacks.order_share).toBeCloseTo(chargebacks.bad_orders / chargebacks.orders, 5)
  expect(chargebacks.value.map(({ currency }) => currency)).toEqual(['EUR'])
})

test('what test orders taught decides test orders alone', async () => {
  const tenant = { merchantId: shop.merchantId, mode: 'test' } as const
  const scored = async (keys: NewMerchant['live']) => {
    now += 1_000
    const body = anOrder({ payment: { method: 'card' } })
    return (await send(house, { path: '/v1/assessments', body, keys, now })).body as Assessment
  }
  const before = [await scored(shop.test), await scored(shop.live)]
  const id = await plantModel(house, tenant, { gate: { outcome: 'passed', checks: [] }, base: 50 })
  const promoted = await person.post(`/stores/${shop.merchantId}/test/models/${id}/promote`, {})
  expect(promoted.status).toBe(200)
  const after = [await scored(shop.test), await scored(shop.live)]
  expect([after[0]?.base, after[1]?.base]).toEqual([50, before[1]?.base])
  const replayed = await person.post(`/stores/${shop.merchantId}/test/orders/${after[0]?.id}/replay`)
  expect(replayed.body).toMatchObject({ match: true })
})
