import { callConsole, signInTo } from '../../testing/console.ts'
import { eventually } from '../../testing/eventually.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { aReason, lookAt, callOperator, signInOperator } from '../../testing/operator.ts'
import { withServer } from '../../testing/servers.ts'
import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'

jest.setTimeout(120_000)

/** What one process says no to is over in another with its very next request: nothing is remembered there. */
const isOverElsewhere = async (here: TestHouse, there: TestHouse): Promise<void> => {
  const shop = await here.createMerchant('Marlow Audio')
  const owner = await signInTo(here, shop.organizationId)
  const operator = await signInOperator(there)
  const looking = await lookAt(there, shop.organizationId, operator)
  const asked = () => callConsole(there, { path: '/me', cookie: looking.cookie })
  // A store that another process made is known within half a second.
  await eventually(async () => (await asked()).status === 200)
  expect((await asked()).status).toBe(200)
  expect((await owner.post('/impersonation', { allowed: false })).status).toBe(200)
  expect((await asked()).status).toBe(401)
  const again = { method: 'post', path: `/organizations/${shop.organizationId}/impersonate` } as const
  const refused = await callOperator(there, { ...again, body: { reason: aReason }, cookie: operator.cookie })
  expect((refused.body as { readonly code: string }).code).toBe('impersonation_off')

  await here.foundation.operators.accounts.remove(operator.email)
  expect((await callOperator(there, { path: '/me', cookie: operator.cookie })).status).toBe(401)
}

test('two processes on one SQLite file', async () => {
  const here = await openTestHouse()
  // A command beside a server: it shares the file and not the folder's lock.
  const there = await openTestHouse({ env: { DATABASE_URL: `sqlite:${here.folder}/goodfaith.db` } })
  await isOverElsewhere(here, there)
  await there.remove()
  await here.remove()
})

withServer('mongodb', 'two processes on one MongoDB', (mongodb) => {
  withServer('redis', 'and one Redis', (redis) => {
    test('what one says no to is over in the other', async () => {
      const place = await createMongoPlace(mongodb)
      const open = () => openTestHouse({ env: { DATABASE_URL: place.uri, REDIS_URL: redis } })
      const [here, there] = [await open(), await open()]
      await isOverElsewhere(here, there)
      await here.remove()
      await there.remove()
      await place.remove()
    })
  })
})
