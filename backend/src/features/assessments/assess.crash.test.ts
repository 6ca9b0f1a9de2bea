import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Assessment } from '#contract/assessment.ts'
import type { AssessmentPage } from './read.ts'
import { eventually } from '../../testing/eventually.ts'
import { anOrder, newKey, openTestHouse, signedHeaders, testMasterSecret } from '../../testing/house.ts'
import { buildCrashable, crashableProgram, runCommand, startProgram } from '../../testing/program.ts'

interface Created {
  readonly merchant_id: string
  readonly live: { readonly publishable_key: string; readonly secret_key: string; readonly signing_secret: string }
}

let folder: string
let env: Readonly<Record<string, string>>
let store: Created

beforeAll(async () => {
  await buildCrashable()
  folder = mkdtempSync(join(tmpdir(), 'goodfaith-crash-'))
  env = { DATA_DIR: folder, MASTER_SECRET: testMasterSecret, RATE_LIMIT_SCALE: '0' }
  store = (await runCommand(crashableProgram, ['merchants', 'create', '--name', 'Shop'], env)) as Created
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const keys = () => ({
  publishableKey: store.live.publishable_key,
  secretKey: store.live.secret_key,
  signingSecret: store.live.signing_secret,
})

const send = async (url: string, order: unknown, idempotencyKey: string): Promise<Response> => {
  const body = JSON.stringify(order)
  const headers = signedHeaders({ path: '/v1/assessments', keys: keys(), idempotencyKey }, body)
  return fetch(`${url}/v1/assessments`, { method: 'POST', headers, body })
}
const list = async (url: string, orderId: string): Promise<AssessmentPage> => {
  const found = await fetch(`${url}/v1/assessments?order_id=${orderId}`, { headers: { 'x-api-key': keys().secretKey } })
  return (await found.json()) as AssessmentPage
}

const killedAt = async (failpoint: string, order: unknown, idempotencyKey: string): Promise<void> => {
  const running = await startProgram(crashableProgram, { ...env, GOODFAITH_FAILPOINT: failpoint, ROLES: 'edge,api' })
  try {
    await expect(send(running.url, order, idempotencyKey)).rejects.toThrow()
    expect(await running.ended).toBe('SIGKILL')
  } finally {
    await running.stop()
  }
}

/** How often the order stands in the profile of its e-mail, told by the stored data itself. */
const countedIn = async (email: string): Promise<number> => {
  const house = await openTestHouse({ folder })
  const tenant = { merchantId: store.merchant_id, mode: 'live' } as const
  const { found } = await house.services.assessments.orders.search(tenant, email)
  await house.close()
  return found
}

test.each(['before-record', 'after-record', 'after-gather', 'after-judge', 'after-commit'])(
  'killed %s: the retry gets the answer, and the order counts once',
  async (failpoint) => {
    const email = `${failpoint}@example.com`
    const order = anOrder({ email: { address: email } })
    const { id } = order['order'] as { id: string }
    const key = newKey()
    await killedAt(failpoint, order, key)

    const again = await startProgram(crashableProgram, { ...env, ROLES: 'edge,api' })
    const answer = await send(again.url, order, key)
    expect(answer.status).toBe(200)
    const assessment = Assessment.parse(await answer.json())
    expect((await list(again.url, id)).data).toEqual([assessment])
    await again.stop()
    expect(await countedIn(email)).toBe(1)
  },
  120_000,
)

test('killed after-record and never told again: the sweep scores it', async () => {
  const email = 'swept@example.com'
  const order = anOrder({ email: { address: email } })
  const { id } = order['order'] as { id: string }
  await killedAt('after-record', order, newKey())

  const again = await startProgram(crashableProgram, env)
  await eventually(async () => (await list(again.url, id)).data.length === 1)
  expect((await list(again.url, id)).data).toMatchObject([{ order_id: id, attempt: 1 }])
  await again.stop()
  expect(await countedIn(email)).toBe(1)
}, 120_000)
