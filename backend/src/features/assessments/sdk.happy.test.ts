import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Goodfaith, GoodfaithError } from '#sdk'
import { Assessment } from '#contract/assessment.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let server: Server
let baseUrl: string
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  server = createServer(house.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await house.remove()
})

const client = () => new Goodfaith({ ...shop.test, baseUrl })
const order = (id: string) => ({
  order: { id, amount: 12999, currency: 'EUR' },
  email: { address: 'jo@example.com' },
  device: { ip: '91.10.1.1', user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
})

test('what the SDK sends is scored, and reads back the same', async () => {
  const verdict = await client().assess(order('sdk-1'))
  expect(Assessment.parse(verdict)).toEqual(verdict)
  expect(verdict).toMatchObject({ order_id: 'sdk-1', livemode: false, attempt: 1, warnings: [] })
  expect(await client().getAssessment(verdict.id)).toMatchObject({ id: verdict.id, trust_score: verdict.trust_score })
})

test('the same call twice is one order', async () => {
  const [first, again] = await Promise.all([
    client().assess(order('sdk-2'), { idempotencyKey: 'sdk-2' }),
    client().assess(order('sdk-2'), { idempotencyKey: 'sdk-2' }),
  ])
  expect(again).toEqual(first)
})

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof GoodfaithError ? error.code : 'something else'),
  )

test('refusals come as typed errors', async () => {
  const stranger = new Goodfaith({ ...shop.test, signingSecret: 'gfk_test_anothersecret', baseUrl })
  expect(await codeOf(stranger.assess(order('sdk-3')))).toBe('signature_invalid')
  expect(await codeOf(client().getAssessment('asm_missing'))).toBe('not_found')
  expect(await codeOf(client().getSessionAssessment('ses_missing'))).toBe('not_found')
  expect(await codeOf(client().assess({ order: { id: '4111111111111111', amount: 1, currency: 'EUR' } }))).toBe(
    'card_number_refused',
  )
  expect(await codeOf(client().assess({ order: { id: '', amount: 1, currency: 'EUR' } }))).toBe('validation_failed')
})

test('the shell sample of docs/signing is accepted', async () => {
  const env = {
    ...process.env,
    GOODFAITH_URL: baseUrl,
    GOODFAITH_SECRET_KEY: shop.test.secretKey,
    GOODFAITH_SIGNING_SECRET: shop.test.signingSecret,
  }
  const sample = join(__dirname, '../../../../docs/signing/sign.sh')
  const { stdout } = await promisify(execFile)('sh', [sample, JSON.stringify(order('shell-1'))], { env })
  expect(Assessment.parse(JSON.parse(stdout)).order_id).toBe('shell-1')
})
