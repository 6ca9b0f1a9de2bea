import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { callConsole, signInTo } from '../../testing/console.ts'
import { eventually } from '../../testing/eventually.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { withServer } from '../../testing/servers.ts'

jest.setTimeout(120_000)

withServer('mongodb', 'two servers on one MongoDB', (mongodb) => {
  withServer('redis', 'and one Redis', (redis) => {
    test('who is removed or demoted at one is refused by the other within 2 s', async () => {
      const place = await createMongoPlace(mongodb)
      const env = { DATABASE_URL: place.uri, REDIS_URL: redis }
      const here: TestHouse = await openTestHouse({ env })
      const there: TestHouse = await openTestHouse({ env })
      const shop = await here.createMerchant()
      const owner = await signInTo(here, shop.organizationId)
      const settings = `/stores/${shop.merchantId}/live/settings`
      const took: number[] = []
      for (const role of ['admin', 'approver', 'viewer'] as const) {
        const bo = await signInTo(here, shop.organizationId, role)
        const { body } = await bo.get('/me')
        const { id } = (body as { person: { id: string } }).person
        const ask = () => callConsole(there, { path: settings, cookie: bo.cookie })
        await eventually(async () => (await ask()).status === 200)
        expect((await owner.post(`/people/${id}/remove`)).status).toBe(200)
        const from = performance.now()
        await eventually(async () => (await ask()).status === 401)
        took.push(performance.now() - from)
        const refreshed = await callConsole(there, { method: 'post', path: '/refresh', cookie: bo.cookie })
        expect(refreshed.status).toBe(401)
      }
      process.stdout.write(`refused by the other server after ${took.map((ms) => ms.toFixed(0)).join(', ')} ms\n`)
      await here.remove()
      await there.remove()
      await place.remove()
    })
  })
})
