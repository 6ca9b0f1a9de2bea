import type { Assessment } from '#contract/assessment.ts'
import { ReviewBulkReply, Reviews, type Review } from '#contract/reviews.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import type { Reviewer } from './service.ts'

let house: TestHouse
let shop: NewMerchant
let now = Date.UTC(2026, 0, 5, 12)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
})
beforeEach(async () => {
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const ann: Reviewer = { type: 'person', id: 'usr_ann', senior: false }
const bob: Reviewer = { type: 'person', id: 'usr_bob', senior: false }
const owner: Reviewer = { type: 'person', id: 'usr_owner', senior: true }
const tenant = () => ({ merchantId: shop.merchantId, mode: 'test' }) as const
const reviews = () => house.services.reviews

/** Verdicts reach the queue through the worker. */
const fold = async (): Promise<void> => {
  const work = house.startWork()
  await work.runNow('fold-verdicts')
  await work.stop()
}
const waiting = async (more: Readonly<Record<string, unknown>> = {}): Promise<Review> => {
  const body = anOrder({ email: { address: 'review@test.invalid' }, ...more })
  const { body: scored } = await send(house, { path: '/v1/assessments', body, keys: shop.test, now })
  await fold()
  const review = await reviews().ofAssessment(tenant(), (scored as Assessment).id)
  if (!review) throw new Error('no review was opened')
  return review
}
const outcome = async (assessmentId: string) => {
  const [order] = await house.services.assessments.stored.byIds(tenant(), [assessmentId])
  const [standing] = order ? await house.services.labels.outcomesOf(tenant(), [order], now) : []
  return standing
}
const list = async (query = ''): Promise<Reviews> =>
  Reviews.parse((await send(house, { method: 'GET', path: `/v1/reviews${query}`, keys: shop.test })).body)

test('a verdict that asks for a person opens a review, once; others do not', async () => {
  await waiting()
  await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.test, now })
  await fold()
  await fold()
  const { data } = await list()
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({ state: 'open', claimed_by: null, decision: null, seconds_to_decision: null })
})

test('oldest first, or riskiest first', async () => {
  const first = await waiting()
  now += 1_000
  const second = await waiting()
  expect((await list()).data.map(({ id }) => id)).toEqual([first.id, second.id])
  expect((await list('?sort=riskiest')).data).toHaveLength(2)
  expect((await list('?limit=1')).has_more).toBe(true)
})

test('of two who claim at once, one holds it and the other is told so; a claim ends by itself', async () => {
  const { id } = await waiting()
  const claims = await Promise.allSettled([ann, bob].map((who) => reviews().claim(tenant(), who, id)))
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = claims.find((claim) => claim.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'review_claimed' })
  now += 16 * 60_000
  expect(await reviews().claim(tenant(), ann, id)).toMatchObject({ claimed_by: 'usr_ann' })
  await expect(reviews().decide(tenant(), bob, id, { decision: 'approve' })).rejects.toMatchObject({
    code: 'review_claimed',
  })
})

test('a decision is told after thirty seconds: until then it can be undone, and nothing is known of it', async () => {
  const { id, assessment_id } = await waiting()
  now += 90_000
  const decided = await reviews().decide(tenant(), ann, id, {
    decision: 'decline',
    label: 'fraud',
    note: 'Three cards.',
  })
  expect(decided).toMatchObject({ state: 'pending', label: 'fraud', decided_by: 'usr_ann', seconds_to_decision: 90 })
  expect(decided.notes).toMatchObject([{ by: 'usr_ann', text: 'Three cards.' }])
  now += 29_999
  await reviews().close()
  expect(await reviews().get(tenant(), id)).toMatchObject({ state: 'pending' })
  expect(await outcome(assessment_id)).toMatchObject({ outcome: 'pending' })
  now += 1
  await expect(reviews().undo(tenant(), ann, id)).rejects.toMatchObject({ code: 'undo_too_late' })
  await reviews().close()
  await reviews().close()
  expect(await reviews().get(tenant(), id)).toMatchObject({ state: 'closed', undo_until: null })
  expect(await outcome(assessment_id)).toMatchObject({ outcome: 'bad', because: 'label', declined: true })
  const [label, ...more] = await house.services.labels.ofOrder(
    tenant(),
    (await house.services.assessments.stored.byIds(tenant(), [assessment_id]))[0]?.orderRef ?? '',
  )
  expect(label).toMatchObject({ label: 'fraud', source: 'review', told_by: 'usr_ann' })
  expect(more).toEqual([])
})

test('undone in time: open again, and nothing is ever told', async () => {
  const { id, assessment_id } = await waiting()
  await reviews().decide(tenant(), ann, id, { decision: 'decline' })
  now += 5_000
  await expect(reviews().undo(tenant(), bob, id)).rejects.toMatchObject({ code: 'role_insufficient' })
  expect(await reviews().undo(tenant(), ann, id)).toMatchObject({ state: 'open', decision: null, label: null })
  now += 60_000
  await reviews().close()
  expect(await outcome(assessment_id)).toMatchObject({ outcome: 'pending', declined: false })
})

test('a decline without a label is a suspicion; an approval waits for silence', async () => {
  const [declined, approved] = [await waiting(), await waiting()]
  await reviews().decide(tenant(), ann, declined.id, { decision: 'decline' })
  await reviews().decide(tenant(), ann, approved.id, { decision: 'approve' })
  now += 30_000
  await reviews().close()
  expect(await outcome(declined.assessment_id)).toMatchObject({ outcome: 'unknown', declined: true })
  expect(await outcome(approved.assessment_id)).toMatchObject({ outcome: 'pending', because: 'waiting' })
})

test('what was escalated is decided by owner or admin', async () => {
  const { id } = await waiting()
  await reviews().claim(tenant(), ann, id)
  const escalated = await reviews().escalate(tenant(), ann, id, { note: 'Too much money for me.' })
  expect(escalated).toMatchObject({ state: 'open', claimed_by: null, escalated_by: 'usr_ann' })
  await expect(reviews().decide(tenant(), bob, id, { decision: 'approve' })).rejects.toMatchObject({
    code: 'role_insufficient',
  })
  expect(await reviews().decide(tenant(), owner, id, { decision: 'approve' })).toMatchObject({ state: 'pending' })
  expect(await reviews().summary(tenant())).toMatchObject({ open: 0, escalated: 0 })
})

test('several at once: what somebody else holds stays theirs', async () => {
  const [one, two, three] = [await waiting(), await waiting(), await waiting()]
  await reviews().claim(tenant(), bob, two.id)
  const ids = [one.id, two.id, three.id, `rev_${'0'.repeat(26)}`]
  const reply = await reviews().decideAll(tenant(), ann, { decision: 'approve', ids })
  expect(ReviewBulkReply.parse(reply).data).toMatchObject([
    { id: one.id, status: 'decided' },
    { id: two.id, status: 'refused', code: 'review_claimed' },
    { id: three.id, status: 'decided' },
    { status: 'refused', code: 'not_found' },
  ])
})

test('orders of one device are a group', async () => {
  const device = { id: 'app-installation-one' }
  const [one, two] = [await waiting({ device }), await waiting({ device })]
  await waiting({ device: { id: 'another' } })
  expect(one.group).toBe(two.group)
  expect((await list(`?group=${one.group ?? ''}`)).data).toHaveLength(2)
})

test('a newer attempt takes the place of the one that waits', async () => {
  const first = await waiting()
  const second = await waiting({ order: { id: first.order_id, amount: 999, currency: 'EUR' } })
  expect((await list()).data.map(({ id }) => id)).toEqual([second.id])
  expect(await reviews().get(tenant(), first.id)).toMatchObject({ state: 'superseded' })
})

test('how long decisions took', async () => {
  for (const seconds of [10, 20, 60]) {
    const { id } = await waiting()
    now += seconds * 1000
    await reviews().decide(tenant(), ann, id, { decision: 'approve' })
    now += 30_000
    await reviews().close()
  }
  expect(await reviews().summary(tenant())).toMatchObject({
    ...{ decided: 3, approved: 3, median_seconds_to_decision: 20, p90_seconds_to_decision: 60 },
  })
})
