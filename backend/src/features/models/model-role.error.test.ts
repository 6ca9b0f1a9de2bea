import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import request from 'supertest'
import type { Assessment } from '#contract/assessment.ts'
import { operator } from '../audit/service.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { plantModel } from '../../testing/plant-model.ts'
import type { NewMerchant } from '../merchants/service.ts'

jest.setTimeout(60_000)

let house: TestHouse
let shop: NewMerchant
let person: SignedIn
let role: Server
let port = 0
/** What stands between the roles: a network that works, or one that swallows everything. */
let swallows = false

const startRole = async (at = 0): Promise<Server> => {
  const server = createServer((incoming, outgoing) => {
    if (!swallows) house.app(incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  return server
}
const killRole = async (): Promise<void> => {
  role.closeAllConnections()
  await new Promise((resolve) => role.close(resolve))
}

beforeAll(async () => {
  role = await startRole()
  port = (role.address() as AddressInfo).port
  house = await openTestHouse({ env: { MODEL_URL: `http://127.0.0.1:${port}` } })
  shop = await house.createMerchant()
  person = await signInTo(house, shop.organizationId)
  const tenant = { merchantId: shop.merchantId, mode: 'live' } as const
  const id = await plantModel(house, tenant, { gate: { outcome: 'passed', checks: [] } })
  await house.services.models.promote(tenant, operator, id, false)
})
afterAll(async () => {
  await killRole()
  await house.remove()
})

const score = async (): Promise<Assessment> => {
  const answer = await send(house, {
    path: '/v1/assessments',
    body: anOrder({ payment: { method: 'card' } }),
    keys: shop.live,
  })
  expect(answer.status).toBe(200)
  return answer.body as Assessment
}
const replays = async ({ id }: Assessment) =>
  (await person.post(`/stores/${shop.merchantId}/live/orders/${id}/replay`)).body as { readonly match: boolean }

const learned = ({ reasons }: Assessment) =>
  reasons.some(({ code, points }) => code.startsWith('PAYMENT_METHOD') && points === -12)

/** Rests are real time: asked until the model is back, as a store's orders would. */
const scoreUntil = async (holds: (scored: Assessment) => boolean): Promise<Assessment> => {
  for (;;) {
    const scored = await score()
    if (holds(scored)) return scored
  }
}

test('role model answers what the tables add, and the verdict replays in process', async () => {
  const scored = await scoreUntil(({ degraded }) => !degraded)
  expect(learned(scored)).toBe(true)
  expect((await replays(scored)).match).toBe(true)
})

test('killed under load no request fails, the scorecard answers, and it comes back by itself', async () => {
  await scoreUntil(learned)
  const during = Array.from({ length: 60 }, (_, at) => (at === 20 ? killRole().then(score) : score()))
  const scored = await Promise.all(during)
  const alone = await score()
  expect([alone.degraded, learned(alone)]).toEqual([true, false])
  expect(['model_broken', 'model_off']).toContain(alone.degraded_causes[0])
  for (const one of [...scored, alone]) {
    expect(learned(one)).toBe(!one.degraded)
    expect((await replays(one)).match).toBe(true)
  }
  role = await startRole(port)
  const back = await scoreUntil((one) => !one.degraded)
  expect(learned(back)).toBe(true)
})

test('a role that takes everything and answers nothing is late, then not asked', async () => {
  swallows = true
  const late = await scoreUntil(({ degraded_causes: causes }) => causes.includes('model_off'))
  expect(learned(late)).toBe(false)
  swallows = false
  expect(learned(await scoreUntil((one) => !one.degraded))).toBe(true)
})

test('nobody but a role of this installation is answered', async () => {
  const question = {
    ...{ merchant_id: shop.merchantId, mode: 'live', card: 'standard', revision: 'pol_2' },
    ...{ values: [], custom: {}, at: Date.now() },
  }
  const ask = (body: unknown, signature: string) =>
    request(house.app)
      .post('/internal/v1/model-points')
      .set('x-goodfaith-role', signature)
      .send(body as object)
  expect((await ask(question, 'f'.repeat(64))).status).toBe(401)
  expect((await ask(question, '')).status).toBe(401)
  expect((await ask({ ...question, merchant_id: 'mer_none' }, 'f'.repeat(64))).status).toBe(401)
  expect((await ask({ ...question, at: 'now' }, '')).status).toBe(400)
})
