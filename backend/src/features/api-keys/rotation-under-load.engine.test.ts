import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { eventually } from '../../testing/eventually.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { withServer } from '../../testing/servers.ts'
import { operator } from '../audit/service.ts'
import type { KeySet, NewMerchant } from '../merchants/service.ts'

jest.setTimeout(120_000)

const callers = 8
const rotations = 6
const callsBetween = 40

/** Callers that score without a pause, some of which keep the former pair, while the key gets new secrets again and again. */
const rotateUnderLoad = async (houses: readonly TestHouse[], shop: NewMerchant) => {
  const [first] = houses
  if (!first) throw new Error('no house')
  const [key] = (await first.foundation.apiKeys.list(shop.merchantId, 'test')).filter(({ kind }) => kind === 'secret')
  const pairs: KeySet[] = [shop.test]
  const seen = new Map<number, number>()
  const milliseconds: number[] = []
  let answered = 0
  let isOver = false
  const call = async (caller: number): Promise<void> => {
    while (!isOver) {
      const keys = pairs[Math.max(0, pairs.length - 1 - (caller % 2))] ?? shop.test
      const house = houses[caller % houses.length] ?? first
      const startedAt = performance.now()
      const { status } = await send(house, { path: '/v1/assessments', body: anOrder(), keys })
      milliseconds.push(performance.now() - startedAt)
      seen.set(status, (seen.get(status) ?? 0) + 1)
      answered += 1
    }
  }
  const calling = Array.from({ length: callers }, (_, caller) => call(caller))
  for (let turn = 1; turn <= rotations; turn += 1) {
    const wanted = { keyId: key?.id ?? '', part: 'both', overlapMs: 86_400_000 } as const
    const { secretKey = '', signingSecret = '' } = await first.foundation.apiKeys.rotate(operator, wanted)
    const fresh = { publishableKey: '', secretKey, signingSecret }
    // A store's servers get the new pair after it is in force everywhere, as the answer of the console says.
    await eventually(async () => {
      const probes = houses.map((house) => send(house, { path: '/v1/assessments', body: anOrder(), keys: fresh }))
      return (await Promise.all(probes)).every(({ status }) => status === 200)
    })
    pairs.push(fresh)
    const until = answered + callsBetween
    await eventually(() => Promise.resolve(answered >= until))
  }
  isOver = true
  await Promise.all(calling)
  milliseconds.sort((one, other) => one - other)
  const p99 = milliseconds[Math.floor(milliseconds.length * 0.99)] ?? 0
  return { answered, statuses: Object.fromEntries(seen), p99 }
}

const tell = (engine: string, { answered, p99 }: { readonly answered: number; readonly p99: number }) =>
  process.stdout.write(
    `${engine}: ${rotations} rotations under ${answered} requests, 0 refused, p99 ${p99.toFixed(0)} ms\n`,
  )

test('on SQLite no request is refused while secrets rotate', async () => {
  const house = await openTestHouse()
  const figures = await rotateUnderLoad([house], await house.createMerchant())
  await house.remove()
  expect(figures.statuses).toEqual({ 200: figures.answered })
  tell('sqlite', figures)
})

withServer('mongodb', 'two servers on one MongoDB', (mongodb) => {
  withServer('redis', 'and one Redis', (redis) => {
    test('no request is refused by either while secrets rotate', async () => {
      const place = await createMongoPlace(mongodb)
      const env = { DATABASE_URL: place.uri, REDIS_URL: redis }
      const houses = [await openTestHouse({ env }), await openTestHouse({ env })]
      const [first] = houses
      const shop = await (first as TestHouse).createMerchant()
      await eventually(async () => {
        const probes = houses.map((house) => send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.test }))
        return (await Promise.all(probes)).every(({ status }) => status === 200)
      })
      const figures = await rotateUnderLoad(houses, shop)
      for (const house of houses) await house.remove()
      await place.remove()
      expect(figures.statuses).toEqual({ 200: figures.answered })
      tell('mongodb, two servers', figures)
    })
  })
})
