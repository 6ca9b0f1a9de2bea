import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assessment } from '#contract/assessment.ts'
import type { NewMerchant } from './features/merchants/service.ts'
import { assessments } from './features/assessments/collections.ts'
import { operator } from './features/audit/service.ts'
import { labels as labelCollection } from './features/labels/collections.ts'
import { networkMembers, networkRows } from './features/network/collections.ts'
import { noSchema, replayStream } from './features/streams/service.ts'
import { profiles } from './features/velocity/service.ts'
import { openPastImport } from './past-import.ts'
import { createMongoPlace } from './platform/documents/testing/mongo-place.ts'
import { anOrder, openTestHouse, send, type TestHouse } from './testing/house.ts'
import { withServer } from './testing/servers.ts'

jest.setTimeout(120_000)

const day = 86_400_000
const now = Date.UTC(2026, 5, 1, 12)
const at = (days: number): string => new Date(now - 200 * day + Math.round(days * day)).toISOString()

const order = (id: string, days: number, address: string) => ({
  type: 'order',
  at: at(days),
  request: { order: { id, amount: 5_000, currency: 'EUR' }, email: { address } },
})
const label = (id: string, days: number, name = 'fraud') => ({ type: 'label', at: at(days), order_id: id, label: name })

/** A thief, a customer who is never spoken of, and one with many orders; a ring holds 256. */
const pastOf = (busy: number) => [
  order('bad', 0, 'thief@past.example'),
  label('bad', 3),
  order('silent', 1, 'quiet@past.example'),
  ...Array.from({ length: busy }, (_, index) => order(`busy${index}`, 2 + index / 10, 'busy@past.example')),
  { type: 'event', at: at(2), order_id: 'silent', event: 'shipped' },
]
const past = pastOf(9)

const suite = (open: () => Promise<TestHouse>): void => {
  let house: TestHouse
  let shop: NewMerchant
  let folder = ''
  beforeAll(async () => {
    house = await open()
    folder = await mkdtemp(join(tmpdir(), 'goodfaith-import-'))
  })
  beforeEach(async () => {
    shop = await house.createMerchant()
  })
  afterAll(async () => {
    await house.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
  const scope = () => house.foundation.documents.forMerchant(shop.merchantId, 'live')
  const bringIn = async (lines: readonly object[]) => {
    const [file, out] = [join(folder, 'events.jsonl'), join(folder, 'scores.csv')]
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const imported = await openPastImport(house.foundation, tenant(), () => now)
    const { policy, maturityDays, keep } = imported
    const request = { file, out, schema: noSchema, trainEveryMs: null, maturityDays, strict: true, policy }
    const prepare = await imported.prepare({ schema: noSchema, rival: null })
    await replayStream(request, { prepare, keep, progress: () => undefined })
    return { counts: await imported.finish(), csv: await readFile(out, 'utf8') }
  }
  const score = async (address: string): Promise<Assessment> => {
    const body = anOrder({ email: { address } })
    return (await send(house, { path: '/v1/assessments', body, keys: shop.live, now })).body as Assessment
  }
  const codes = ({ reasons }: Assessment) => reasons.map(({ code }) => code)
  const everything = async () => {
    const found = { limit: 1_000, scan: true, sort: { field: 'id', direction: 'asc' } } as const
    const orders = (await scope().find(assessments, {}, found)).items
    const told = (await scope().find(labelCollection, {}, found)).items
    const ids = orders.flatMap(({ order: kept }) =>
      kept?.identifiers.email ? [`email:${kept.identifiers.email.id}`] : [],
    )
    return { orders, told, profiles: await scope().getMany(profiles, [...new Set(ids)]) }
  }
  const work = async (...jobs: readonly string[]): Promise<void> => {
    const work = house.startWork()
    for (const job of jobs) await work.runNow(job)
    await work.stop()
  }

  test('the next live order is scored with the past', async () => {
    const before = await score('thief@past.example')
    const { counts } = await bringIn(past)
    expect(counts).toEqual({ orders: 11, knownOrders: 0, labels: 1 })
    const after = await score('thief@past.example')
    expect(after.trust_score).toBeLessThan(before.trust_score - 10)
    expect(codes(after)).toContain('EMAIL_OUTCOMES_BAD')
  })

  test('twice is once', async () => {
    const { csv } = await bringIn(past)
    const first = await everything()
    const again = await bringIn(past)
    expect(again.counts).toEqual({ orders: 0, knownOrders: 11, labels: 0 })
    expect(again.csv).toBe(csv)
    expect(await everything()).toEqual(first)
  })

  test('labels stand where they became known, and silence too', async () => {
    await bringIn(past)
    const { told, orders } = await everything()
    expect(told.map(({ known_at }) => new Date(known_at).toISOString())).toEqual([at(3)])
    const silent = orders.find(({ order: kept }) => kept?.order_id === 'silent')
    const { labels } = house.services
    const standing = async (days: number) => {
      const found = await house.services.assessments.stored.byIds(tenant(), [silent?.id ?? ''])
      return (await labels.outcomesOf(tenant(), found, Date.parse(at(days))))[0]?.outcome
    }
    expect([await standing(60.999), await standing(61)]).toEqual(['pending', 'good'])
    await labels.mature()
    await work('fold-outcomes')
    expect((await labels.totals(tenant())).standard).toEqual({ bad: 1, good: 10 })
  })

  test('what is imported opens no review, is traced as one line and says what it is', async () => {
    await bringIn(past)
    await work('fold-verdicts', 'fold-outcomes')
    const review = await house.services.reviews.list(tenant(), { state: 'open', limit: 10, sort: 'oldest' } as never)
    expect(review.data).toEqual([])
    const [row] = (await house.services.assessments.orders.list(tenant(), { limit: 1 })).data
    expect(row).toMatchObject({ imported: true })
    const replayed = await house.services.assessments.replay(tenant(), row?.id ?? '')
    expect(replayed).toMatchObject({ match: true, differences: [] })
  })

  test('no other store hears of it, nor of what becomes of it later', async () => {
    await house.services.network.setSharing(operator, shop.merchantId, { on: true, read_version: 1 })
    await bringIn(past)
    await send(house, { path: '/v1/labels', body: { order_id: 'silent', label: 'fraud' }, keys: shop.live, now })
    await work('fold-verdicts', 'fold-outcomes')
    const { items } = await house.foundation.documents.network().find(networkRows, {}, { limit: 1, scan: true })
    expect(items).toEqual([])
    const member = await house.foundation.documents.operator().get(networkMembers, shop.merchantId)
    expect(member).toMatchObject({ on: true, orders: 0, frauds: 0 })
    // Its own orders are given as ever.
    const { order_id } = await score('thief@past.example')
    await send(house, { path: '/v1/labels', body: { order_id, label: 'fraud' }, keys: shop.live, now })
    await work('fold-verdicts', 'fold-outcomes')
    const given = await house.foundation.documents.network().find(networkRows, {}, { limit: 1, scan: true })
    expect(given.items).toHaveLength(1)
  })

  test('an order that the store sent itself stays as it was', async () => {
    const own = await score('own@past.example')
    await bringIn([order(own.order_id, 5, 'own@past.example')])
    const attempts = await house.services.assessments.stored.attemptsByOrderId(tenant(), own.order_id)
    expect(attempts.map(({ id }) => id)).toEqual([own.id])
  })

  test('an import that was broken off ends as one that was not', async () => {
    await bringIn(pastOf(300).slice(0, 120))
    await bringIn(pastOf(300))
    const broken = await everything()
    shop = await house.createMerchant()
    await bringIn(pastOf(300))
    const whole = await everything()
    expect(broken.orders.length).toBe(whole.orders.length)
    const sizes = ({ profiles: found }: typeof whole) =>
      found
        .map(
          (profile) =>
            (profile?.folded_orders ?? 0) +
            (profile?.events.filter(({ order_at }) => typeof order_at !== 'number').length ?? 0),
        )
        .sort()
    expect(sizes(broken)).toEqual(sizes(whole))
    expect(Math.max(...sizes(whole))).toBe(300)
  })
}

describe('SQLite', () => {
  suite(() => openTestHouse({ clock: () => now }))
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>>
  afterAll(() => place.remove())
  suite(async () => {
    place = await createMongoPlace(address)
    return openTestHouse({ clock: () => now, env: { DATABASE_URL: place.uri } })
  })
})
