import type { Assessment } from '#contract/assessment.ts'
import { outbox } from '../../platform/outbox/outbox.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

const hour = 3_600_000
const day = 24 * hour
let house: TestHouse
let shop: NewMerchant
let now = Date.UTC(2026, 0, 5, 12)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
})
beforeEach(async () => {
  shop = await house.createMerchant()
  now += 30 * day
})
afterAll(() => house.remove())

const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
const score = async (more: Readonly<Record<string, unknown>>): Promise<Assessment> => {
  const answer = await send(house, { path: '/v1/assessments', body: anOrder(more), keys: shop.live, now })
  return answer.body as Assessment
}
const label = (order_id: string, word: string) =>
  send(house, { path: '/v1/labels', body: { order_id, label: word }, keys: shop.live, now })
const fold = async (): Promise<void> => {
  const work = house.startWork()
  await work.runNow('fold-outcomes')
  await work.stop()
}
const rescored = ({ id }: Assessment) => house.services.rescores.ofAssessment(tenant(), id)
const events = async () => {
  const scope = house.foundation.documents.forMerchant(shop.merchantId, 'live')
  const where = { kind: 'assessment.rescored', state: 'open' }
  return (await scope.find(outbox, where, { sort: { field: 'at', direction: 'asc' }, limit: 50 })).items
}
const person = (name: string) => ({ email: { address: `${name}@shopper.example` }, account: { id: `account ${name}` } })

test('fraud on one order lowers the others of the same person, and says so once', async () => {
  const first = await score(person('ring'))
  now += hour
  const second = await score(person('ring'))
  const stranger = await score(person('stranger'))
  now += hour
  await label(first.order_id, 'fraud')
  await fold()
  await fold()
  const [news, ...more] = await rescored(second)
  expect(more).toEqual([])
  expect(news).toMatchObject({ assessment_id: second.id, cause: 'label', former_level: second.risk_level })
  expect(news?.trust_score).toBeLessThan(second.trust_score)
  expect(news?.reasons.map(({ code }) => code)).toContain('EMAIL_OUTCOMES_BAD')
  expect(news?.reasons.reduce((sum, { points }) => sum + points, news.base)).toBe(news?.sum)
  expect(await rescored(stranger)).toEqual([])
  expect(await rescored(first)).toEqual([])
  expect(news?.risk_level).not.toBe(second.risk_level)
  expect((await events()).map(({ data }) => data)).toMatchObject([
    { assessment_id: second.id, level: news?.risk_level, former_level: second.risk_level },
  ])
})

test('a correction moves them back', async () => {
  const first = await score(person('innocent'))
  const second = await score(person('innocent'))
  now += hour
  await label(first.order_id, 'fraud')
  await fold()
  now += hour
  await label(first.order_id, 'clear')
  await fold()
  const [last, before] = await rescored(second)
  expect(before?.trust_score).toBeLessThan(second.trust_score)
  expect(last?.trust_score).toBeGreaterThan(before?.trust_score ?? 100)
  expect(last?.risk_level).toBe(second.risk_level)
  expect(last?.reasons.map(({ code }) => code)).not.toContain('EMAIL_OUTCOMES_BAD')
})

test('the first verdict stays as it was answered, and the later one stands beside it', async () => {
  const first = await score(person('beside'))
  const second = await score(person('beside'))
  const read = async () =>
    (await send(house, { method: 'GET', path: `/v1/assessments/${second.id}`, keys: shop.live })).body as object
  expect(await read()).toEqual(second)
  now += hour
  await label(first.order_id, 'fraud')
  await fold()
  const [news] = await rescored(second)
  expect(await read()).toEqual({ ...second, rescored: news })
})

test('after fourteen days nobody waits for the verdict', async () => {
  const first = await score(person('old'))
  const second = await score(person('old'))
  now += 14 * day + 1
  await label(first.order_id, 'fraud')
  await fold()
  expect(await rescored(second)).toEqual([])
})

test('silence is no news', async () => {
  await score(person('silent'))
  now += 59 * day
  const second = await score(person('silent'))
  now += day
  await house.services.labels.mature()
  await fold()
  expect(await rescored(second)).toEqual([])
})
