import { Assessment } from '#contract/assessment.ts'
import { LabelBatchReply, LabelResult, Labels } from '#contract/labels.ts'
import { dayMs } from '../../scoring/standing.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { adaptProfile, profileId, profiles } from '../velocity/service.ts'
import { outcomesOf } from '../../scoring/outcomes.ts'

let house: TestHouse
let shop: NewMerchant
let now = Date.UTC(2026, 0, 5, 12)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
const scope = () => house.foundation.documents.forMerchant(shop.merchantId, 'live')
let people = 0
const score = async (more: Readonly<Record<string, unknown>> = {}): Promise<Assessment> => {
  people += 1
  const body = anOrder({ email: { address: `person${people}@shopper${people}.example` }, ...more })
  const answer = await send(house, { path: '/v1/assessments', body, keys: shop.live, now })
  return Assessment.parse(answer.body)
}
const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  send(house, { path: '/v1/labels', body, keys: shop.live, now, headers })
const label = async (body: unknown): Promise<LabelResult> => LabelResult.parse((await post(body)).body)

/** What the order's e-mail is known for, by now. */
const known = async (id: string) => {
  const [order] = await house.services.assessments.stored.byIds(tenant(), [id])
  const stored = await scope().get(profiles, profileId('email', order?.identifiers.email?.id ?? ''))
  const { totals } = outcomesOf(adaptProfile('email', stored, 'none'), { now: now + 60_000, orderRef: 'none' })
  return totals
}

test('a label is stored, answers what the order is now, and its profiles know it at once', async () => {
  const { id, order_id } = await score()
  const told = await label({ order_id, label: 'fraud', source: 'merchant' })
  expect(told).toMatchObject({ status: 'recorded', order_id, outcome: 'bad', because: 'label', good_at: null })
  expect(told.label).toMatchObject({ assessment_id: id, label: 'fraud', means: 'bad', reason_code: null })
  expect(told.label.known_at).toBe(new Date(now).toISOString())
  expect(await known(id)).toMatchObject({ bad: 1, good: 0 })
})

test('the same label told twice is one, under another key too', async () => {
  const { id, order_id } = await score()
  const first = await label({ order_id, label: 'fraud' })
  now += 1_000
  const second = await label({ assessment_id: id, label: 'fraud' })
  expect(second).toMatchObject({ status: 'unchanged', label: { id: first.label.id } })
  expect((await known(id)).bad).toBe(1)
  const listed = Labels.parse(
    (await send(house, { method: 'GET', path: `/v1/labels?order_id=${order_id}`, keys: shop.live })).body,
  )
  expect(listed.data).toEqual([first.label])
})

test('a correction and a withdrawal are told as labels, and the profiles follow', async () => {
  const { id, order_id } = await score()
  await label({ order_id, label: 'fraud' })
  now += 1_000
  expect(await label({ order_id, label: 'not_fraud' })).toMatchObject({ outcome: 'good', because: 'label' })
  expect(await known(id)).toMatchObject({ bad: 0, good: 1 })
  now += 1_000
  expect(await label({ order_id, label: 'clear' })).toMatchObject({ outcome: 'pending', because: 'waiting' })
  expect(await known(id)).toMatchObject({ bad: 0, good: 0 })
  now += 1_000
  expect(await label({ order_id, label: 'fraud' })).toMatchObject({ status: 'recorded', outcome: 'bad' })
  expect(await known(id)).toMatchObject({ bad: 1, good: 0 })
})

test.each([
  ['10.4', 'bad', 'bad'],
  ['13.1', 'unknown', 'nothing'],
])('a chargeback with reason %s is %s', async (reason_code, outcome, means) => {
  const { order_id } = await score()
  const told = await label({ order_id, label: 'chargeback', source: 'issuer', reason_code })
  expect(told).toMatchObject({ outcome, label: { means, reason_code } })
})

test('a refused delivery is bad for cash on delivery, and a fact of its own otherwise', async () => {
  const cod = await score({ payment: { method: 'cod' } })
  const card = await score({ payment: { method: 'card', token: 'pm_refused' } })
  const told = (order_id: string) => label({ order_id, label: 'refused_delivery', source: 'carrier' })
  expect(await told(cod.order_id)).toMatchObject({ outcome: 'bad', label: { means: 'refused' } })
  expect(await told(card.order_id)).toMatchObject({ outcome: 'unknown' })
  expect(await known(cod.id)).toMatchObject({ bad: 0, refused: 1 })
})

test('many are answered one by one; what is wrong with one is its own answer', async () => {
  const [one, two] = [await score(), await score()]
  const labels = [
    { order_id: one.order_id, label: 'fraud' },
    { order_id: 'nobody', label: 'fraud' },
    { order_id: two.order_id, label: 'stolen' },
    { order_id: two.order_id, assessment_id: two.id, label: 'fraud' },
    { order_id: one.order_id, label: 'fraud' },
  ]
  const reply = LabelBatchReply.parse((await post({ labels })).body)
  expect(reply).toMatchObject({ recorded: 1, unchanged: 1, refused: 3 })
  expect(reply.data.map((item) => item.status)).toEqual(['recorded', 'refused', 'refused', 'refused', 'unchanged'])
  expect(reply.data[1]).toMatchObject({ code: 'not_found', pointer: '/labels/1' })
  expect(reply.data[2]).toMatchObject({ code: 'validation_failed', pointer: '/labels/2/label' })
})

test('a table is read by its first line', async () => {
  const { order_id } = await score()
  const csv = `order_id,label,reason_code\n${order_id},chargeback,4837\nnobody,fraud,\n`
  const answer = await post(csv, { 'content-type': 'text/csv' })
  const reply = LabelBatchReply.parse(answer.body)
  expect(reply).toMatchObject({ recorded: 1, refused: 1 })
  expect(reply.data[1]).toMatchObject({ code: 'not_found', pointer: '/lines/3' })
})

test('fifty at once for one order: its profiles count it once', async () => {
  const { id, order_id } = await score()
  const words = ['fraud', 'not_fraud', 'clear', 'suspected_fraud', 'fraud']
  await Promise.all(Array.from({ length: 50 }, (_, at) => label({ order_id, label: words[at % 5], source: 'import' })))
  const last = await label({ order_id, label: 'fraud', source: 'issuer' })
  expect(last.outcome).toBe('bad')
  expect(await known(id)).toMatchObject({ bad: 1, good: 0 })
})

test('an attempt that came after the label is told of it with the next one', async () => {
  const first = await score()
  await label({ order_id: first.order_id, label: 'fraud' })
  const body = anOrder({
    order: { id: first.order_id, amount: 5_000, currency: 'EUR' },
    email: { address: 'new@shopper.example' },
  })
  const second = Assessment.parse((await send(house, { path: '/v1/assessments', body, keys: shop.live, now })).body)
  expect(second.attempt).toBe(2)
  await label({ order_id: first.order_id, label: 'fraud', source: 'issuer' })
  expect([(await known(first.id)).bad, (await known(second.id)).bad]).toEqual([1, 1])
  await label({ order_id: first.order_id, label: 'clear' })
  expect([(await known(first.id)).bad, (await known(second.id)).bad]).toEqual([0, 0])
})

test('silence: not good a second before its day, good at it, and said once', async () => {
  const placedAt = now
  const { id } = await score()
  const declined = await score()
  await label({ order_id: declined.order_id, label: 'suspected_fraud' })
  const due = placedAt + 60 * dayMs
  now = due - 1_000
  await house.services.labels.mature()
  expect(await known(id)).toMatchObject({ good: 0 })
  now = due
  await house.services.labels.mature()
  await house.services.labels.mature()
  expect(await known(id)).toMatchObject({ good: 1, bad: 0 })
  expect(await known(declined.id)).toMatchObject({ good: 0, bad: 0 })
})

test('a label after silence takes the good back', async () => {
  const { id, order_id } = await score()
  now += 61 * dayMs
  await house.services.labels.mature()
  expect((await known(id)).good).toBe(1)
  await label({ order_id, label: 'chargeback', reason_code: 'fraudulent' })
  expect(await known(id)).toMatchObject({ good: 0, bad: 1 })
})

test('totals follow from what changed, and a fold that comes twice counts once', async () => {
  const runner = house.startWork()
  await runner.runNow('fold-outcomes')
  const before = await house.services.labels.totals(tenant())
  const { order_id } = await score()
  await label({ order_id, label: 'fraud' })
  await runner.runNow('fold-outcomes')
  await runner.runNow('fold-outcomes')
  await runner.stop()
  const after = await house.services.labels.totals(tenant())
  expect(after.standard.bad).toBe(before.standard.bad + 1)
})
