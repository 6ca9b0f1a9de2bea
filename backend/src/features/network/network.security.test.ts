import type { NetworkPage } from '#contract/console.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { signInTo } from '../../testing/console.ts'
import { networkMembers } from './collections.ts'

jest.setTimeout(60_000)

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.remove())

const pathOf = (merchantId: string, rest = '') => `/stores/${merchantId}/live/network${rest}`

test.each(['admin', 'approver', 'viewer'] as const)('a person who is %s reads, and turns no switch', async (role) => {
  const shop = await house.createMerchant()
  const person = await signInTo(house, shop.organizationId, role)
  const page = await person.get(pathOf(shop.merchantId))
  expect(page.body).toMatchObject({ may_change: false, sharing: false })
  const refused = await person.post(pathOf(shop.merchantId, '/sharing'), { on: true, read_version: 1 })
  expect(refused.body).toMatchObject({ code: 'role_insufficient' })
})

test('nobody turns the switch of another organisation', async () => {
  const [shop, other] = [await house.createMerchant(), await house.createMerchant()]
  const stranger = await signInTo(house, other.organizationId)
  const refused = await stranger.post(pathOf(shop.merchantId, '/sharing'), { on: true, read_version: 1 })
  expect(refused.status).toBe(404)
  expect(await house.foundation.documents.operator().get(networkMembers, shop.merchantId)).toBeUndefined()
})

test('a page that was not read, or another version of it, switches nothing on', async () => {
  const shop = await house.createMerchant()
  const owner = await signInTo(house, shop.organizationId)
  for (const body of [{ on: true }, { on: true, read_version: 0 }, { on: true, read_version: 2 }]) {
    expect((await owner.post(pathOf(shop.merchantId, '/sharing'), body)).status).toBe(422)
  }
  expect((await owner.get(pathOf(shop.merchantId))).body).toMatchObject({ sharing: false })
})

test('fewer than three others are not even counted, and who does not share learns nothing', async () => {
  const shops = await Promise.all(Array.from({ length: 4 }, () => house.createMerchant()))
  const owners = []
  for (const { organizationId } of shops) owners.push(await signInTo(house, organizationId))
  const answers: NetworkPage[] = []
  for (const [at, owner] of owners.entries()) {
    const { merchantId } = shops[at] ?? { merchantId: '' }
    answers.push((await owner.post(pathOf(merchantId, '/sharing'), { on: true, read_version: 1 })).body as NetworkPage)
  }
  // All of them are too young to be heard.
  expect(answers.map(({ stores, own }) => [stores, own.counts])).toEqual(answers.map(() => [null, false]))
  const quiet = await house.createMerchant()
  const summary = await send(house, { method: 'GET', path: '/v1/network/summary', keys: quiet.live })
  expect(summary.body).toMatchObject({ sharing: false, stores: null, own: { orders: 0 } })
  const names = await house.foundation.documents.operator().find(networkMembers, {}, { limit: 100 })
  for (const { store } of names.items) expect(JSON.stringify(answers)).not.toContain(store)
})

test('a plain order of a store that shares leaves nothing with others', async () => {
  const shop = await house.createMerchant()
  const owner = await signInTo(house, shop.organizationId)
  await owner.post(pathOf(shop.merchantId, '/sharing'), { on: true, read_version: 1 })
  const body = { order: { id: 'plain', amount: 100, currency: 'EUR' }, email: { address: 'jo@shop.example' } }
  await send(house, { path: '/v1/assessments', body, keys: shop.live })
  const work = house.startWork()
  await work.runNow('fold-verdicts')
  await work.stop()
  const { networkRows } = await import('./collections.ts')
  const rows = await house.foundation.documents.network().find(networkRows, {}, { limit: 10, scan: true })
  expect(rows.items).toEqual([])
})
