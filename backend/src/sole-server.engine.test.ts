import { createMongoPlace } from './platform/documents/testing/mongo-place.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'
import { withServer } from './testing/servers.ts'
import { takeServerPlace } from './sole-server.ts'

jest.setTimeout(60_000)

const patience = { aliveMs: 900, renewEveryMs: 200, lookEveryMs: 100 }

withServer('mongodb', 'servers on one MongoDB', (mongodb) => {
  withServer('redis', 'with a Redis at hand', (redis) => {
    let place: Awaited<ReturnType<typeof createMongoPlace>>
    let withRedis: TestHouse
    let also: TestHouse
    let without: TestHouse
    let alsoWithout: TestHouse

    beforeAll(async () => {
      place = await createMongoPlace(mongodb)
      const open = (env: Record<string, string>) => openTestHouse({ env: { DATABASE_URL: place.uri, ...env } })
      withRedis = await open({ REDIS_URL: redis })
      also = await open({ REDIS_URL: redis })
      without = await open({})
      alsoWithout = await open({})
    })
    afterAll(async () => {
      for (const house of [withRedis, also, without, alsoWithout]) await house.remove()
      await place.remove()
    })

    test('any number with Redis, and none without beside them', async () => {
      const leave = [await takeServerPlace(withRedis, patience), await takeServerPlace(also, patience)]
      await expect(takeServerPlace(without, patience)).rejects.toThrow(/with Redis.*Set REDIS_URL/)
      await leave[0]?.()
      await expect(takeServerPlace(without, patience)).rejects.toThrow(/with Redis.*Set REDIS_URL/)
      await leave[1]?.()
      await (
        await takeServerPlace(without, patience)
      )()
    })

    test('one without, and none beside it', async () => {
      const leave = await takeServerPlace(without, patience)
      await expect(takeServerPlace(alsoWithout, patience)).rejects.toThrow(/without Redis.*Set REDIS_URL for both/)
      await expect(takeServerPlace(withRedis, patience)).rejects.toThrow(/without Redis.*Set REDIS_URL for both/)
      await leave()
      await (
        await takeServerPlace(withRedis, patience)
      )()
    })

    test('one that was killed is waited for', async () => {
      const presence = { ...patience, renewEveryMs: 3_600_000 }
      await takeServerPlace(withRedis, presence)
      await (
        await takeServerPlace(without, patience)
      )()
    })
  })
})
