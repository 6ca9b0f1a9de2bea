import type { NewMerchant } from './features/merchants/service.ts'
import { createMongoPlace } from './platform/documents/testing/mongo-place.ts'
import { eventually } from './testing/eventually.ts'
import { anOrder, newKey, openTestHouse, send, type TestHouse } from './testing/house.ts'
import { withServer } from './testing/servers.ts'
import { operator } from './features/audit/service.ts'

jest.setTimeout(60_000)

type MongoPlace = Awaited<ReturnType<typeof createMongoPlace>>

withServer('mongodb', 'two servers on one MongoDB', (mongodb) => {
  withServer('redis', 'and one Redis', (redis) => {
    let place: MongoPlace
    let houses: readonly [TestHouse, TestHouse]
    let shop: NewMerchant

    const open = (scale: string) =>
      openTestHouse({ env: { DATABASE_URL: place.uri, REDIS_URL: redis, RATE_LIMIT_SCALE: scale } })

    beforeAll(async () => {
      place = await createMongoPlace(mongodb)
      houses = [await open('0'), await open('0')]
      shop = await houses[0].createMerchant()
      await eventually(async () => (await score(houses[1], anOrder())).status === 200)
    })
    afterAll(async () => {
      for (const house of houses) await house.remove()
      await place.remove()
    })

    const score = (house: TestHouse, body: unknown, more: { idempotencyKey?: string; nonce?: string } = {}) =>
      send(house, { path: '/v1/assessments', body, keys: shop.test, ...more })
    const codeOf = (answer: { readonly body: unknown }) => (answer.body as { code?: string }).code

    test('an answer of one is the answer of the other', async () => {
      const order = anOrder({ email: { address: 'jo@example.com' } })
      const idempotencyKey = newKey()
      const first = await score(houses[0], order, { idempotencyKey })
      const again = await score(houses[1], order, { idempotencyKey })
      expect([first.status, again.status]).toEqual([200, 200])
      expect(again.text).toBe(first.text)
      expect(again.headers['idempotent-replayed']).toBe('true')
    })

    test('one order sent to both at once, ten times, is one order', async () => {
      const order = anOrder()
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, at) => score(houses[at % 2 === 0 ? 0 : 1], order)),
      )
      const scored = answers.filter(({ status }) => status === 200)
      expect(scored.length).toBeGreaterThan(0)
      expect(new Set(scored.map(({ text }) => text)).size).toBe(1)
      for (const answer of answers) expect([200, 409]).toContain(answer.status)
      const list = await send(houses[1], {
        method: 'GET',
        path: `/v1/assessments?order_id=${(order['order'] as { id: string }).id}`,
        keys: shop.test,
      })
      expect((list.body as { data: unknown[] }).data).toHaveLength(1)
    })

    test('a nonce is used once, wherever', async () => {
      const nonce = newKey()
      const answers = await Promise.all(houses.map((house) => score(house, anOrder(), { nonce })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
      expect(answers.map(codeOf)).toContain('nonce_replayed')
    })

    test('orders of one device on both servers see each other', async () => {
      const device = { id: 'shared-phone', ip: '203.0.113.7' }
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          score(houses[at % 2 === 0 ? 0 : 1], anOrder({ device, email: { address: `jo${at}@example.com` } })),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      const alone = answers.filter(
        ({ body }) =>
          !(body as { reasons: { code: string }[] }).reasons.some(({ code }) => code.startsWith('DEVICE_MANY')),
      )
      expect(alone.length).toBeLessThanOrEqual(1)
    })

    test('a key revoked on one is soon refused by the other', async () => {
      const { apiKeys, merchants } = houses[0].foundation
      const other = await merchants.create(operator, { name: 'Other', origins: [] })
      const call = () => send(houses[1], { method: 'GET', path: '/v1/assessments', keys: other.test })
      expect((await call()).status).toBe(200)
      const keys = await apiKeys.list(other.merchantId)
      for (const { id } of keys) await apiKeys.revoke(operator, { keyId: id })
      await eventually(async () => codeOf(await call()) === 'key_revoked')
    })

    test('limits are counted together', async () => {
      const limited = [await open('0.002'), await open('0.002')] as const
      const statuses: number[] = []
      for (let at = 0; at < 16; at += 1) statuses.push((await score(limited[at % 2 === 0 ? 0 : 1], anOrder())).status)
      expect(statuses.filter((status) => status === 200)).toHaveLength(12)
      for (const house of limited) await house.remove()
    })
  })
})
