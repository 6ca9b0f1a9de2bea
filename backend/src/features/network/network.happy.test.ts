import type { Assessment } from '#contract/assessment.ts'
import type { NetworkPage } from '#contract/console.ts'
import type { NetworkSummary } from '#contract/network.ts'
import { jobsOf } from '../../worker.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { networkRows, networkSummaries } from './collections.ts'

const day = 86_400_000
let now = Date.UTC(2026, 10, 20)
let house: TestHouse
interface Shop {
  readonly merchant: NewMerchant
  readonly owner: SignedIn
}
const shops: Shop[] = []

const pathOf = ({ merchant }: Shop, rest = ''): string => `/stores/${merchant.merchantId}/live/network${rest}`
const share = async (shop: Shop, on = true): Promise<NetworkPage> =>
  (await shop.owner.post(pathOf(shop, '/sharing'), on ? { on, read_version: 1 } : { on })).body as NetworkPage

const shop = (at: number): Shop => {
  const found = shops[at]
  if (!found) throw new Error('no such shop')
  return found
}

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now, env: { NETWORK_MIN_ORDERS: '1' } })
  for (let at = 0; at < 5; at += 1) {
    const merchant = await house.createMerchant(`Shop ${at}`)
    shops.push({ merchant, owner: await signInTo(house, merchant.organizationId) })
  }
  now += 31 * day
  for (const one of shops) Object.assign(one, { owner: await signInTo(house, one.merchant.organizationId) })
}, 60_000)
afterAll(() => house.remove())

/** Every job that carries news, as the worker would run it. */
const work = async (): Promise<void> => {
  for (const job of jobsOf(house, house.services)) {
    if (['fold-verdicts', 'fold-outcomes', 'network-withdraw'].includes(job.name)) await job.run()
  }
}

let orders = 0
const order = async ({ merchant }: Shop, more: Readonly<Record<string, unknown>>): Promise<Assessment> => {
  orders += 1
  const body = { order: { id: `net-${orders}`, amount: 5_000, currency: 'EUR' }, ...more }
  return (await send(house, { path: '/v1/assessments', body, keys: merchant.live, now })).body as Assessment
}
const label = ({ merchant }: Shop, { order_id }: Assessment, name: string) => {
  now += 1_000
  return send(house, { path: '/v1/labels', body: { order_id, label: name }, keys: merchant.live, now })
}

const thief = { email: { address: 'thief@ring.example' }, billing: { phone: '+4915112345678', country: 'DE' } }
const linesOf = ({ reasons }: Assessment) => reasons.filter(({ scope }) => scope === 'network')
/** Stores that know the thief by now decline him by themselves, which the network tells too. */
const fraudsOf = (scored: Assessment) => linesOf(scored).filter(({ code }) => code.includes('FRAUD'))
const rowsIn = async () =>
  (await house.foundation.documents.network().find(networkRows, {}, { limit: 100, scan: true })).items

test('off by default: nothing is given and nothing is taken', async () => {
  const scored = await order(shop(0), thief)
  await label(shop(0), scored, 'fraud')
  await work()
  expect(await rowsIn()).toEqual([])
  const summary = await send(house, { method: 'GET', path: '/v1/network/summary', keys: shop(0).merchant.live, now })
  expect(summary.body).toMatchObject({ sharing: false, since: null, stores: null })
})

test('only an owner who read it switches it on', async () => {
  const { merchant } = shop(0)
  const admin = await signInTo(house, merchant.organizationId, 'admin')
  expect((await admin.post(pathOf(shop(0), '/sharing'), { on: true, read_version: 1 })).status).toBe(403)
  const unread = await shop(0).owner.post(pathOf(shop(0), '/sharing'), { on: true })
  expect(unread.status).toBe(422)
  expect(await share(shop(0))).toMatchObject({ sharing: true, may_change: true, terms: { stores_at_least: 3 } })
})

test('three other stores confirm a fraud, and a fourth hears of it in a bucket; two are not heard', async () => {
  for (const at of [0, 1, 2, 3]) {
    await share(shop(at))
    await order(shop(at), { email: { address: `buyer${at}@shop.example` } })
  }
  const frauds: Assessment[] = []
  for (const at of [0, 1]) {
    frauds.push(await order(shop(at), thief))
    await label(shop(at), frauds[at] as Assessment, 'fraud')
  }
  await work()
  expect(linesOf(await order(shop(3), thief))).toEqual([])
  const third = await order(shop(2), thief)
  expect(linesOf(third)).toEqual([])
  await label(shop(2), third, 'fraud')
  await work()
  const heard = linesOf(await order(shop(3), thief))
  // The mailbox, and the domain it stands on: a person and a place. The telephone would be the same person again.
  expect(heard.map(({ code, points }) => [code, points])).toEqual([
    ['NETWORK_FRAUD_EMAIL', -11],
    ['NETWORK_FRAUD_EMAIL_DOMAIN', -3],
  ])
  expect(heard[0]).toMatchObject({
    code: 'NETWORK_FRAUD_EMAIL',
    points: -11,
    value: '3 to 9',
    text: '3 to 9 other stores had bad orders with this e-mail in a year',
  })
  // Each of the three has two others beside itself: its own word is not counted back to it.
  for (const at of [0, 1, 2]) expect(linesOf(await order(shop(at), thief))).toEqual([])
})

test('what is stored are keyed hashes and times under drawn names', async () => {
  const stored = JSON.stringify(await rowsIn())
  for (const word of ['thief', 'ring', '49151', 'mer_', 'org_', 'net-', 'asm_']) expect(stored).not.toContain(word)
  expect((await rowsIn()).every(({ store }) => /^[0-9a-f]{16}$/.test(store))).toBe(true)
})

test('test orders, and a store that does not share, are never in it', async () => {
  const rows = (await rowsIn()).length
  const body = { order: { id: 'tried', amount: 1, currency: 'EUR' }, ...thief }
  const tried = await send(house, { path: '/v1/assessments', body, keys: shop(3).merchant.test, now })
  expect(linesOf(tried.body as Assessment)).toEqual([])
  await send(house, {
    path: '/v1/labels',
    body: { order_id: 'tried', label: 'fraud' },
    keys: shop(3).merchant.test,
    now,
  })
  const outside = await order(shop(4), thief)
  await label(shop(4), outside, 'fraud')
  await work()
  expect(await rowsIn()).toHaveLength(rows)
  expect(linesOf(outside)).toEqual([])
})

test('a label taken back is taken back everywhere', async () => {
  const page = await send(house, { method: 'GET', path: '/v1/assessments?limit=20', keys: shop(2).merchant.live, now })
  const { data } = page.body as { data: Assessment[] }
  for (const scored of data) await label(shop(2), scored, 'clear')
  await work()
  expect(fraudsOf(await order(shop(3), thief))).toEqual([])
  for (const scored of data.slice(-1)) await label(shop(2), scored, 'fraud')
  await order(shop(2), thief).then((again) => label(shop(2), again, 'fraud'))
  await work()
  expect(fraudsOf(await order(shop(3), thief))).toHaveLength(2)
})

test('a store that leaves is heard no more at once, and what it gave is gone with the next round', async () => {
  const before = await rowsIn()
  expect(await share(shop(0), false)).toMatchObject({ sharing: false, stores: null, own: { withdrawing: true } })
  expect(fraudsOf(await order(shop(3), thief))).toEqual([])
  now += 16 * 60_000
  await work()
  const after = await rowsIn()
  expect(after.length).toBeLessThan(before.length)
  const names = new Set(after.map(({ store }) => store))
  const summaries = await house.foundation.documents.network().find(networkSummaries, {}, { limit: 100, scan: true })
  for (const { fraud } of summaries.items) for (const [store] of fraud) expect(names).toContain(store)
  const { body } = await send(house, { method: 'GET', path: '/v1/network/summary', keys: shop(0).merchant.live, now })
  expect((body as NetworkSummary).own.withdrawing).toBe(false)
})
