import { openTestHouse, anOrder, send, type TestHouse } from '../../testing/house.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { auditEntries, operatorAuditEntries, type AuditEntry } from './collections.ts'
import { createTraces, type Trace } from './traces.ts'

/** SF4: each access to merchant data, reads included, one entry per person or key, object and hour. */
let house: TestHouse
let shop: NewMerchant
let viewer: SignedIn
let order = ''
let now = Date.UTC(2026, 10, 22, 9, 58)
const hourMs = 3_600_000

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  viewer = await signInTo(house, shop.organizationId, 'viewer')
  const scored = await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live, now })
  order = (scored.body as { id: string }).id
}, 60_000)
afterAll(() => house.remove())

const traced = async (action: AuditEntry['action'] = 'data.read'): Promise<readonly AuditEntry[]> => {
  await house.services.traces.flush()
  const { documents } = house.foundation
  const ofStore = await documents
    .forMerchant(shop.merchantId, 'live')
    .find(auditEntries, {}, { limit: 500, scan: true })
  const others = await documents.operator().find(operatorAuditEntries, {}, { limit: 500, scan: true })
  return [...ofStore.items, ...others.items].filter((entry) => entry.action === action)
}
const of = (entries: readonly AuditEntry[], type: string) => entries.filter(({ object }) => object?.type === type)
const readByKey = () => send(house, { method: 'GET', path: `/v1/assessments/${order}`, keys: shop.live })
const readByPerson = () => viewer.get(`/stores/${shop.merchantId}/live/orders/${order}`)

test('scoring leaves none: verdicts are covered by their batch', async () => {
  expect(await traced()).toEqual([])
})

test('an order read often by a key and a person is one entry each, and one more in the next hour', async () => {
  for (const read of [readByKey, readByKey, readByPerson, readByPerson]) expect((await read()).status).toBe(200)
  const entries = of(await traced(), 'order')
  expect(entries.map(({ actor, object }) => [actor.type, object?.id]).sort()).toEqual([
    ['key', order],
    ['person', order],
  ])
  now += hourMs
  await readByKey()
  expect(of(await traced(), 'order')).toHaveLength(3)
})

test('a list of orders names the store, people the organisation, and nothing that was typed', async () => {
  viewer = await signInTo(house, shop.organizationId, 'viewer')
  const orders = `/stores/${shop.merchantId}/live/orders`
  expect((await viewer.post(`${orders}/search`, { q: 'marker-mail@shop.example' })).status).toBe(200)
  expect((await viewer.get('/people')).status).toBe(200)
  const entries = await traced()
  expect(of(entries, 'order').some(({ object }) => object?.id === shop.merchantId)).toBe(true)
  expect(of(entries, 'people').map(({ object }) => object?.id)).toEqual([shop.organizationId])
  expect(JSON.stringify(entries)).not.toContain('marker-mail')
})

test('what was refused or is not there was not read', async () => {
  const before = (await traced()).length
  expect((await viewer.get('/audit')).status).toBe(403)
  expect((await viewer.get(`/stores/${shop.merchantId}/live/orders/asm_00000000000000000000000000`)).status).toBe(404)
  expect(await traced()).toHaveLength(before)
})

test('a refusal is one entry with its code and route', async () => {
  await viewer.get('/audit')
  const wrong = { ...shop.live, signingSecret: shop.test.signingSecret }
  await send(house, { path: '/v1/assessments', body: anOrder(), keys: wrong, now })
  const told = (await traced('access.refused')).map(({ actor, details }) => [
    actor.type,
    details['code'],
    details['route'],
  ])
  expect(told.sort()).toEqual([
    ['key', 'signature_invalid', 'POST /v1/assessments'],
    ['person', 'role_insufficient', 'GET /console/v1/audit'],
  ])
})

test('two processes, and one that was started anew, write the same entry once', async () => {
  const { documents } = house.foundation
  const lost: number[] = []
  const ofProcess = () =>
    createTraces({
      ...{ documents, clock: () => now, organizationOf: () => Promise.resolve(shop.organizationId) },
      lost: (count) => lost.push(count),
    })
  const read: Trace = {
    ...{ actor: { type: 'key', id: 'key_of_two' }, action: 'data.read', organizationId: null },
    ...{ store: { merchantId: shop.merchantId, mode: 'live' }, object: { type: 'order', id: order } },
  }
  const processes = [ofProcess(), ofProcess(), ofProcess()]
  for (const { note } of processes) note(read)
  await Promise.all(processes.map(({ flush }) => flush()))
  const again = ofProcess()
  again.note(read)
  await again.flush()
  expect((await traced()).filter(({ actor }) => actor.id === 'key_of_two')).toHaveLength(1)
  expect(lost).toEqual([])
})
