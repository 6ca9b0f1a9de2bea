import type { Assessment } from '#contract/assessment.ts'
import { signInTo } from '../../testing/console.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { jobsOf } from '../../worker.ts'
import type { NewMerchant } from '../merchants/service.ts'

const day = 86_400_000
let now = Date.UTC(2026, 10, 20)
let house: TestHouse
const shops: NewMerchant[] = []

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now, env: { NETWORK_MIN_ORDERS: '1' } })
  for (let at = 0; at < 5; at += 1) shops.push(await house.createMerchant(`Shop ${at}`))
  now += 31 * day
  for (const { merchantId, organizationId } of shops) {
    const owner = await signInTo(house, organizationId)
    await owner.post(`/stores/${merchantId}/live/network/sharing`, { on: true, read_version: 1 })
  }
}, 60_000)
afterAll(() => house.remove())

const shop = (at: number): NewMerchant => {
  const found = shops[at]
  if (!found) throw new Error('no such shop')
  return found
}
const work = async (...names: string[]): Promise<void> => {
  for (const job of jobsOf(house, house.services)) if (names.includes(job.name)) await job.run()
}
let orders = 0
const order = async ({ live }: NewMerchant, address: string): Promise<Assessment> => {
  orders += 1
  now += 1_000
  const body = { order: { id: `news-${orders}`, amount: 5_000, currency: 'EUR' }, email: { address } }
  return (await send(house, { path: '/v1/assessments', body, keys: live, now })).body as Assessment
}
const label = ({ live }: NewMerchant, { order_id }: Assessment, word: string) =>
  send(house, { path: '/v1/labels', body: { order_id, label: word }, keys: live, now })
const rescored = ({ merchantId }: NewMerchant, { id }: Assessment) =>
  house.services.rescores.ofAssessment({ merchantId, mode: 'live' }, id)

test('what other stores found out reaches orders that were scored before they did, and no others', async () => {
  const early = await order(shop(0), 'thief@ring.example')
  const stranger = await order(shop(0), 'stranger@elsewhere.example')
  await work('fold-verdicts', 'network-news')
  expect(await rescored(shop(0), early)).toEqual([])
  for (const at of [1, 2, 3, 4]) await label(shop(at), await order(shop(at), 'thief@ring.example'), 'fraud')
  await work('fold-verdicts', 'fold-outcomes', 'network-news')
  const [news, ...more] = await rescored(shop(0), early)
  expect(more).toEqual([])
  expect(news).toMatchObject({ cause: 'network', former_level: early.risk_level })
  expect(news?.trust_score).toBeLessThan(early.trust_score)
  expect(news?.reasons.filter(({ scope }) => scope === 'network')).not.toEqual([])
  expect(await rescored(shop(0), stranger)).toEqual([])
})

test('a changed policy is no news', async () => {
  const quiet = await order(shop(0), 'quiet@ring.example')
  const { merchantId } = shop(0)
  const thresholds = { review: 50, decline: 30 }
  await house.foundation.merchants.changeSettings({ type: 'operator', id: null }, merchantId, { thresholds })
  now += day
  await work('network-news')
  expect(await rescored(shop(0), quiet)).toEqual([])
})
