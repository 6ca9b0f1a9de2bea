import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { callConsole, cookiesOf, signInTo } from '../../testing/console.ts'
import { eventually } from '../../testing/eventually.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { withServer } from '../../testing/servers.ts'

jest.setTimeout(120_000)

const told = ({ status, body }: { status: number; body: unknown }) =>
  status < 300 ? 'done' : (body as { code: string }).code

/** Closes by one server and asks the other; answers how long each refusal took to be in force there. */
const refusals = async (here: TestHouse, there: TestHouse): Promise<readonly number[]> => {
  const shop = await here.createMerchant('Marlow Audio')
  const owner = await signInTo(here, shop.organizationId)
  const bo = await signInTo(here, shop.organizationId, 'admin')
  const score = () => send(there, { path: '/v1/assessments', body: anOrder(), keys: shop.live })
  const settings = () => callConsole(there, { path: `/stores/${shop.merchantId}/live/settings`, cookie: bo.cookie })
  const me = () => callConsole(there, { path: '/me', cookie: bo.cookie })
  const took: number[] = []
  const soon = async (ask: () => ReturnType<typeof me>, answer: string) => {
    const from = performance.now()
    await eventually(async () => told(await ask()) === answer)
    took.push(performance.now() - from)
  }
  const named = { name: 'Marlow Audio', password: owner.password }

  // Both remember the store, its keys and its people before it is closed.
  await eventually(async () => told(await score()) === 'done')
  await eventually(async () => told(await settings()) === 'done')

  expect(told(await owner.post(`/stores/${shop.merchantId}/close`, named))).toBe('done')
  await soon(score, 'key_revoked')
  await soon(settings, 'not_found')
  expect(told(await owner.post(`/stores/${shop.merchantId}/take-back`))).toBe('done')
  await soon(score, 'done')
  await soon(settings, 'done')

  expect(told(await owner.post('/organization/close', named))).toBe('done')
  await soon(score, 'key_revoked')
  await soon(me, 'sign_in_required')
  const body = { email: bo.email, password: bo.password }
  expect(told(await callConsole(there, { method: 'post', path: '/sign-in', body }))).toBe('sign_in_required')
  const back = await callConsole(here, {
    method: 'post',
    path: '/sign-in',
    body: { ...body, email: owner.email, password: owner.password },
  })
  const cookie = cookiesOf(back)
  expect(told(await callConsole(here, { method: 'post', path: '/organization/take-back', cookie }))).toBe('done')
  await soon(score, 'done')

  const ines = await signInTo(here, shop.organizationId, 'viewer')
  const asInes = () => callConsole(there, { path: '/me', cookie: ines.cookie })
  await eventually(async () => told(await asInes()) === 'done')
  expect(told(await ines.post('/account/delete', { password: ines.password }))).toBe('done')
  await soon(asInes, 'sign_in_required')
  return took
}

const tell = (took: readonly number[]): void => {
  process.stdout.write(
    `in force at the other server after ${took.map((ms) => ms.toFixed(0)).join(', ')} ms (SF1: 2,000)\n`,
  )
}

test('what one process on a SQLite file closes, another soon refuses', async () => {
  const here = await openTestHouse()
  // A command beside a server: it shares the file and not the folder's lock.
  const there = await openTestHouse({ env: { DATABASE_URL: `sqlite:${here.folder}/goodfaith.db` } })
  tell(await refusals(here, there))
  await there.remove()
  await here.remove()
})

withServer('mongodb', 'two servers on one MongoDB', (mongodb) => {
  withServer('redis', 'and one Redis', (redis) => {
    test('what one closes, the other soon refuses', async () => {
      const place = await createMongoPlace(mongodb)
      const open = () => openTestHouse({ env: { DATABASE_URL: place.uri, REDIS_URL: redis } })
      const [here, there] = [await open(), await open()]
      tell(await refusals(here, there))
      await here.remove()
      await there.remove()
      await place.remove()
    })
  })
})
