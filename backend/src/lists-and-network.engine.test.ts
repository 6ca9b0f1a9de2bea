import type { Assessment } from '#contract/assessment.ts'
import type { ListImport, ListItem } from '#contract/lists.ts'
import { operator } from './features/audit/service.ts'
import type { NewMerchant } from './features/merchants/service.ts'
import { networkRows, networkSummaries } from './features/network/collections.ts'
import { createMongoPlace } from './platform/documents/testing/mongo-place.ts'
import { newKey, openTestHouse, send, type TestHouse } from './testing/house.ts'
import { withServer } from './testing/servers.ts'

jest.setTimeout(120_000)

const dayMs = 86_400_000

/** What stores know of people, on an engine of the real kind. */
const suite = (open: (clock: () => number) => Promise<TestHouse>): void => {
  let house: TestHouse
  let shop: NewMerchant
  let now = Date.UTC(2026, 10, 20)

  beforeAll(async () => {
    house = await open(() => now)
    shop = await house.createMerchant()
  })
  afterAll(() => house.remove())

  const lists = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
    send(house, { method, path: `/v1/lists${path}`, body, keys: shop.live, now })
  const score = async (merchant: NewMerchant, address: string): Promise<Assessment> => {
    const body = { order: { id: `eng-${newKey()}`, amount: 5_000, currency: 'EUR' }, email: { address } }
    return (await send(house, { path: '/v1/assessments', body, keys: merchant.live, now })).body as Assessment
  }
  const fold = async (): Promise<void> => {
    const work = house.startWork()
    for (const job of ['fold-verdicts', 'fold-outcomes', 'network-withdraw']) await work.runNow(job)
    await work.stop()
  }

  test('twenty people who block one address at once block it once, and its hits are counted once', async () => {
    const value = 'crowd@shop.example'
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        lists('POST', '', { list: 'block', kind: 'email', value, reason: `r${at % 3}` }),
      ),
    )
    const ids = new Set(added.filter(({ status }) => status === 201).map(({ body }) => (body as ListItem).id))
    expect(ids.size).toBe(1)
    const [id = ''] = ids
    const scored = await Promise.all(Array.from({ length: 5 }, () => score(shop, value)))
    expect(scored.map(({ decision }) => decision)).toEqual(Array.from({ length: 5 }, () => 'decline'))
    await fold()
    await fold()
    expect((await lists('GET', `/${id}`)).body).toMatchObject({ hits: 5 })
    expect((await lists('DELETE', `/${id}`)).status).toBe(200)
    expect((await score(shop, value)).decided_by.type).toBe('score')
    expect((await lists('POST', '', { list: 'block', kind: 'email', value })).body).toMatchObject({ hits: 0 })
  })

  test('a part that two send at once is taken once, and a file of 3,000 lines comes out again', async () => {
    const started = (await lists('POST', '/imports', { name: 'many.csv', list: 'watch', kind: 'email' }))
      .body as ListImport
    const linesOf = (from: number) => Array.from({ length: 1_000 }, (_, at) => `b${from + at}@many.example`).join('\n')
    for (let part = 0; part < 3; part += 1) {
      const body = { first_line: 2 + part * 1_000, csv: `value\n${linesOf(part * 1_000)}\n`, last: part === 2 }
      await Promise.all([0, 1].map(() => lists('POST', `/imports/${started.id}/parts`, body)))
    }
    const done = (await lists('GET', `/imports/${started.id}`)).body as ListImport
    expect(done).toMatchObject({ state: 'done', rows_done: 3_000, refused: 0, next_line: 3_002 })
    expect(done.added + done.unchanged).toBe(3_000)
    const out = (await lists('GET', '/export')).text.trim().split('\r\n')
    expect(out.filter((line) => line.startsWith('watch,email,'))).toHaveLength(3_000)
  })

  test('the network: three owners are heard, two are not, and who leaves is taken back', async () => {
    const { network } = house.services
    const shops = await Promise.all(Array.from({ length: 4 }, (_, at) => house.createMerchant(`Net ${at}`)))
    now += 31 * dayMs
    for (const { merchantId } of shops) await network.setSharing(operator, merchantId, { on: true, read_version: 1 })
    const [last, ...others] = shops.reverse() as [NewMerchant, ...NewMerchant[]]
    const heardBy = async () =>
      (await score(last, 'thief@ring.example')).reasons.filter(({ code }) => code === 'NETWORK_FRAUD_EMAIL')
    for (const one of others) {
      expect(await heardBy()).toEqual([])
      const { order_id } = await score(one, 'thief@ring.example')
      now += 1_000
      await send(house, { path: '/v1/labels', body: { order_id, label: 'fraud' }, keys: one.live, now })
      await fold()
    }
    expect(await heardBy()).toMatchObject([{ points: -11, value: '3 to 9' }])
    await network.setSharing(operator, others[0]?.merchantId ?? '', { on: false })
    expect(await heardBy()).toEqual([])
    now += 20 * 60_000
    await fold()
    const scope = house.foundation.documents.network()
    const names = new Set(
      (await scope.find(networkRows, {}, { limit: 1_000, scan: true })).items.map(({ store }) => store),
    )
    expect(names.size).toBeLessThanOrEqual(3)
    const said = (await scope.find(networkSummaries, {}, { limit: 1_000, scan: true })).items
    for (const { fraud, declined } of said)
      for (const [store] of [...fraud, ...declined]) expect(names).toContain(store)
  })
}

const env = { NETWORK_MIN_ORDERS: '0' }

describe('SQLite', () => {
  suite((clock) => openTestHouse({ clock, env }))
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>>
  afterAll(() => place.remove())
  suite(async (clock) => {
    place = await createMongoPlace(address)
    return openTestHouse({ clock, env: { ...env, DATABASE_URL: place.uri } })
  })
})
