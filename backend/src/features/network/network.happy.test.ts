import type { Assessment } from '#contract/assessment.ts'
import type { NetworkSummary } from '#contract/network.ts'
import { signInTo } from '../../testing/console.ts'
import { send } from '../../testing/house.ts'
import { linesOf, openShops, thief } from './testing/shops.ts'

let street: Awaited<ReturnType<typeof openShops>>
beforeAll(async () => {
  street = await openShops(5)
}, 60_000)
afterAll(() => street.house.remove())

/** Stores that know the thief by now decline him by themselves, which the network tells too. */
const fraudsOf = (scored: Assessment) => linesOf(scored).filter(({ code }) => code.includes('FRAUD'))

test('off by default: nothing is given and nothing is taken', async () => {
  const scored = await street.order(street.shop(0), thief)
  await street.label(street.shop(0), scored, 'fraud')
  await street.work()
  expect(await street.rows()).toEqual([])
  const summary = await send(street.house, {
    method: 'GET',
    path: '/v1/network/summary',
    keys: street.shop(0).merchant.live,
    now: street.time.now,
  })
  expect(summary.body).toMatchObject({ sharing: false, since: null, stores: null })
})

test('only an owner who read it switches it on', async () => {
  const { merchant } = street.shop(0)
  const admin = await signInTo(street.house, merchant.organizationId, 'admin')
  expect((await admin.post(street.pathOf(street.shop(0), '/sharing'), { on: true, read_version: 1 })).status).toBe(403)
  const unread = await street.shop(0).owner.post(street.pathOf(street.shop(0), '/sharing'), { on: true })
  expect(unread.status).toBe(422)
  expect(await street.share(street.shop(0))).toMatchObject({
    sharing: true,
    may_change: true,
    terms: { stores_at_least: 3 },
  })
})

test('three other stores confirm a fraud, and a fourth hears of it in a bucket; two are not heard', async () => {
  for (const at of [0, 1, 2, 3]) {
    await street.share(street.shop(at))
    await street.order(street.shop(at), { email: { address: `buyer${at}@shop.example` } })
  }
  const frauds: Assessment[] = []
  for (const at of [0, 1]) {
    frauds.push(await street.order(street.shop(at), thief))
    await street.label(street.shop(at), frauds[at] as Assessment, 'fraud')
  }
  await street.work()
  expect(linesOf(await street.order(street.shop(3), thief))).toEqual([])
  const third = await street.order(street.shop(2), thief)
  expect(linesOf(third)).toEqual([])
  await street.label(street.shop(2), third, 'fraud')
  await street.work()
  const heard = linesOf(await street.order(street.shop(3), thief))
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
  for (const at of [0, 1, 2]) expect(linesOf(await street.order(street.shop(at), thief))).toEqual([])
})

test('what is stored are keyed hashes and times under drawn names', async () => {
  const stored = JSON.stringify(await street.rows())
  for (const word of ['thief', 'ring', '49151', 'mer_', 'org_', 'net-', 'asm_']) expect(stored).not.toContain(word)
  expect((await street.rows()).every(({ store }) => /^[0-9a-f]{16}$/.test(store))).toBe(true)
})

test('test orders, and a store that does not share, are never in it', async () => {
  const rows = (await street.rows()).length
  const body = { order: { id: 'tried', amount: 1, currency: 'EUR' }, ...thief }
  const tried = await send(street.house, {
    path: '/v1/assessments',
    body,
    keys: street.shop(3).merchant.test,
    now: street.time.now,
  })
  expect(linesOf(tried.body as Assessment)).toEqual([])
  await send(street.house, {
    path: '/v1/labels',
    body: { order_id: 'tried', label: 'fraud' },
    keys: street.shop(3).merchant.test,
    now: street.time.now,
  })
  const outside = await street.order(street.shop(4), thief)
  await street.label(street.shop(4), outside, 'fraud')
  await street.work()
  expect(await street.rows()).toHaveLength(rows)
  expect(linesOf(outside)).toEqual([])
})

test('a label taken back is taken back everywhere', async () => {
  const page = await send(street.house, {
    method: 'GET',
    path: '/v1/assessments?limit=20',
    keys: street.shop(2).merchant.live,
    now: street.time.now,
  })
  const { data } = page.body as { data: Assessment[] }
  for (const scored of data) await street.label(street.shop(2), scored, 'clear')
  await street.work()
  expect(fraudsOf(await street.order(street.shop(3), thief))).toEqual([])
  for (const scored of data.slice(-1)) await street.label(street.shop(2), scored, 'fraud')
  await street.order(street.shop(2), thief).then((again) => street.label(street.shop(2), again, 'fraud'))
  await street.work()
  expect(fraudsOf(await street.order(street.shop(3), thief))).toHaveLength(2)
})

test('a store that leaves is heard no more at once, and what it gave is gone with the next round', async () => {
  const before = await street.rows()
  expect(await street.share(street.shop(0), false)).toMatchObject({
    sharing: false,
    stores: null,
    own: { withdrawing: true },
  })
  expect(fraudsOf(await street.order(street.shop(3), thief))).toEqual([])
  street.time.now += 16 * 60_000
  await street.work()
  const after = await street.rows()
  expect(after.length).toBeLessThan(before.length)
  const names = new Set(after.map(({ store }) => store))
  for (const { fraud } of await street.summaries()) for (const [store] of fraud) expect(names).toContain(store)
  const { body } = await send(street.house, {
    method: 'GET',
    path: '/v1/network/summary',
    keys: street.shop(0).merchant.live,
    now: street.time.now,
  })
  expect((body as NetworkSummary).own.withdrawing).toBe(false)
})
