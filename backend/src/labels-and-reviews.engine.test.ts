import type { Assessment } from '#contract/assessment.ts'
import type { LabelResult } from '#contract/labels.ts'
import { createMongoPlace } from './platform/documents/testing/mongo-place.ts'
import type { NewMerchant } from './features/merchants/service.ts'
import { adaptProfile, profileId, profiles } from './features/velocity/service.ts'
import { outcomesOf } from './scoring/outcomes.ts'
import { dayMs } from './scoring/standing.ts'
import { anOrder, openTestHouse, send, type TestHouse } from './testing/house.ts'
import { withServer } from './testing/servers.ts'

jest.setTimeout(60_000)

/** What follows a verdict, on an engine of the real kind. */
const suite = (open: (clock: () => number) => Promise<TestHouse>): void => {
  let house: TestHouse
  let shop: NewMerchant
  let now = Date.UTC(2026, 0, 5, 12)

  beforeAll(async () => {
    house = await open(() => now)
  })
  beforeEach(async () => {
    shop = await house.createMerchant()
    now += 100 * dayMs
  })
  afterAll(() => house.remove())

  const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
  const score = async (email: string): Promise<Assessment> => {
    const body = anOrder({ email: { address: `${email}@${email}.example` } })
    return (await send(house, { path: '/v1/assessments', body, keys: shop.live, now })).body as Assessment
  }
  const label = async (order_id: string, word: string, source = 'merchant'): Promise<LabelResult> => {
    const body = { order_id, label: word, source }
    return (await send(house, { path: '/v1/labels', body, keys: shop.live, now })).body as LabelResult
  }
  const known = async ({ id }: Assessment) => {
    const [order] = await house.services.assessments.stored.byIds(tenant(), [id])
    const scope = house.foundation.documents.forMerchant(shop.merchantId, 'live')
    const stored = await scope.get(profiles, profileId('email', order?.identifiers.email?.id ?? ''))
    return outcomesOf(adaptProfile('email', stored, 'none'), { now: now + 60_000, orderRef: 'none' }).totals
  }
  const fold = async (): Promise<void> => {
    const work = house.startWork()
    await work.runNow('fold-outcomes')
    await work.stop()
  }

  test('thirty labels at once, and a profile that counts the order once', async () => {
    const order = await score('busy')
    const words = ['fraud', 'not_fraud', 'clear', 'suspected_fraud', 'refused_delivery']
    const sources = ['merchant', 'issuer', 'processor', 'import', 'customer', 'dispute']
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => label(order.order_id, words[at % 5] ?? '', sources[at % 6])),
    )
    now += 1_000
    const last = await label(order.order_id, 'fraud', 'carrier')
    expect(last).toMatchObject({ status: 'recorded', outcome: 'bad' })
    expect(await known(order)).toMatchObject({ bad: 1, good: 0 })
    now += 1_000
    await label(order.order_id, 'clear', 'carrier')
    expect(await known(order)).toMatchObject({ bad: 0, good: 0, refused: 0 })
  })

  test('silence counts at its instant, for each of many orders', async () => {
    const orders = await Promise.all(Array.from({ length: 30 }, (_, at) => score(`silent${at}`)))
    now += 60 * dayMs - 1
    await house.services.labels.mature()
    expect(await Promise.all(orders.map(async (order) => (await known(order)).good))).toEqual(orders.map(() => 0))
    now += 1
    await house.services.labels.mature()
    expect(await Promise.all(orders.map(async (order) => (await known(order)).good))).toEqual(orders.map(() => 1))
    await fold()
    expect((await house.services.labels.totals(tenant())).standard).toEqual({ bad: 0, good: 30 })
  })

  test('a past that is brought in later is followed up too', async () => {
    await score('first')
    now += 100 * dayMs
    await house.services.labels.mature()
    now -= 110 * dayMs
    const order = await score('late')
    now += 110 * dayMs
    await house.services.labels.mature()
    expect(await known(order)).toMatchObject({ good: 0 })
    await house.services.labels.rewind(tenant(), now - 120 * dayMs)
    await house.services.labels.mature()
    expect(await known(order)).toMatchObject({ good: 1 })
  })

  test('fraud moves linked orders, and the first verdict stays', async () => {
    const first = await score('ring')
    now += 1_000
    const second = await score('ring')
    now += 1_000
    await label(first.order_id, 'fraud')
    await fold()
    const [again, ...more] = await house.services.rescores.ofAssessment(tenant(), second.id)
    expect(more).toEqual([])
    expect(again?.trust_score).toBeLessThan(second.trust_score)
    expect(await house.services.assessments.get(tenant(), second.id)).toEqual(second)
  })

  test('a review that was closed before a crash is told after it, once', async () => {
    const test = { merchantId: shop.merchantId, mode: 'test' } as const
    const body = anOrder({ email: { address: 'review@test.invalid' } })
    const scored = (await send(house, { path: '/v1/assessments', body, keys: shop.test, now })).body as Assessment
    const { reviews, labels } = house.services
    await reviews.open(test, scored.id)
    await reviews.open(test, scored.id)
    const id = scored.id.replace('asm_', 'rev_')
    const ann = { type: 'person', id: 'usr_ann', senior: false } as const
    const bob = { type: 'person', id: 'usr_bob', senior: false } as const
    const claims = await Promise.allSettled([reviews.claim(test, ann, id), reviews.claim(test, bob, id)])
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const winner = claims[0].status === 'fulfilled' ? ann : bob
    await reviews.decide(test, winner, id, { decision: 'decline', label: 'fraud' })
    now += 30_000
    await Promise.all([reviews.close(), reviews.close()])
    await reviews.close()
    expect(await reviews.get(test, id)).toMatchObject({ state: 'closed', decision: 'decline' })
    const told = await labels.list(test, { limit: 10 })
    expect(told.data.map(({ label: word, source }) => [word, source])).toEqual([['fraud', 'review']])
  })
}

describe('SQLite', () => {
  suite((clock) => openTestHouse({ clock }))
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>>
  afterAll(() => place.remove())
  suite(async (clock) => {
    place = await createMongoPlace(address)
    return openTestHouse({ clock, env: { DATABASE_URL: place.uri } })
  })
})
