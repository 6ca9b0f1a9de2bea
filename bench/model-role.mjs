import { createHmac, randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from '../scripts/run.mjs'
import { table } from '../scripts/table.mjs'
import { createInstallation } from './goodfaith.mjs'
import { startServer } from './servers/start.mjs'
import { percent } from './statistics.mjs'

/**
 * Role `model` killed with SIGKILL while role `api` scores: `node bench/model-role.mjs [--seconds 6]`. Prints what stores
 * noticed. The role reads a copy of the data folder: a policy revision never changes, so a copy answers like the original.
 */
const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '6' } } })
const program = resolve('dist/backend/goodfaith.mjs')
const atOnce = 8
const say = (line) => console.error(line)
const later = (ms) => new Promise((done) => setTimeout(done, ms))

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })

const call = async (url, { method = 'POST', path, headers, body }) => {
  const answer = await fetch(url + path, { method, headers, body })
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

const signed = ({ secret_key, signing_secret }, path, content) => {
  const body = JSON.stringify(content)
  const timestamp = Math.floor(Date.now() / 1000)
  const nonce = randomBytes(16).toString('hex')
  const named = path === '/v1/assessments' ? '' : `POST ${path}.`
  const signature = createHmac('sha256', signing_secret).update(`${timestamp}.${nonce}.${named}${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${secret_key}`,
    'x-timestamp': String(timestamp),
    'x-nonce': nonce,
    'x-signature': signature,
    'idempotency-key': nonce,
  }
  return { path, headers, body }
}

let count = 0
const anOrder = (method) => {
  count += 1
  const id = `order-${count}`
  const email = { address: `person-${count}@shopper.example` }
  return { order: { id, amount: 4_000 + (count % 50) * 100, currency: 'EUR' }, email, payment: { method } }
}

/** Bank transfers are bad in this store, which the scorecard does not know: something to learn. */
const teach = async (url, keys) => {
  const labels = []
  for (let at = 0; at < 320; at += 1) {
    const bad = at % 8 === 3
    const { body } = await call(url, signed(keys, '/v1/assessments', anOrder(bad ? 'bank_transfer' : 'card')))
    labels.push({ order_id: body.order_id, label: bad ? 'fraud' : 'not_fraud' })
  }
  const { status } = await call(url, signed(keys, '/v1/labels', { labels }))
  if (status >= 300) throw new Error(`labels were answered with ${status}`)
}

const signIn = async (url, { email, password }) => {
  const headers = { 'content-type': 'application/json', 'x-goodfaith-console': '1', origin: url }
  const first = await call(url, { path: '/console/v1/sign-in', headers, body: JSON.stringify({ email, password }) })
  const cookie = first.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  return (method, path, body) =>
    call(url, { method, path, headers: { ...headers, cookie }, ...(body && { body: JSON.stringify(body) }) })
}

const train = async (console, merchantId) => {
  const path = `/console/v1/stores/${merchantId}/live/models`
  for (;;) {
    await console('POST', `${path}/train`)
    for (;;) {
      const { state } = (await console('GET', `${path}/training`)).body
      if (state === 'done' || state === 'failed') break
      await later(500)
    }
    const { versions } = (await console('GET', path)).body
    if (versions[0]) return console('POST', `${path}/${versions[0].id}/promote`, { override: true })
    await later(1_000)
  }
}

const installation = await createInstallation()
const { env, store } = installation
const merchant = store.merchant_id ?? store.merchantId
const made = await run(
  process.execPath,
  [program, 'people', 'create', '--merchant', merchant, '--email', 'bench@shop.example', '--json'],
  { env },
)
const person = JSON.parse(made.output.slice(made.output.indexOf('{')))

say('Teaching a store')
const teacher = await startServer(process.execPath, [program, 'serve'], { env })
await teach(teacher.url, store.live)
const promoted = await train(await signIn(teacher.url, person), merchant)
if (promoted.status !== 200) throw new Error(JSON.stringify(promoted.body))
await teacher.stop()

const copy = await mkdtemp(join(tmpdir(), 'goodfaith-model-'))
await cp(env.DATA_DIR, copy, { recursive: true })
const port = await freePort()
const startRole = () =>
  startServer(process.execPath, [program, 'serve', '--role', 'model'], {
    env: { ...env, DATA_DIR: copy, PORT: String(port) },
  })
let role = await startRole()
const api = await startServer(process.execPath, [program, 'serve', '--role', 'edge,api,console,worker'], {
  env: { ...env, MODEL_URL: `http://127.0.0.1:${port}` },
})

/** What each order met, and when. */
const met = []
let stopped = false
const shopper = async () => {
  while (!stopped) {
    const began = performance.now()
    const { status, body } = await call(api.url, signed(store.live, '/v1/assessments', anOrder('card'))).catch(() => ({
      status: 0,
      body: {},
    }))
    const cause = body.degraded_causes?.[0] ?? null
    met.push({ at: performance.now(), ms: performance.now() - began, status, cause, degraded: body.degraded === true })
  }
}
const shoppers = Array.from({ length: atOnce }, shopper)
const phases = []
const phase = async (name, seconds) => {
  const from = performance.now()
  await later(seconds * 1000)
  phases.push({ name, from, to: performance.now() })
}
const seconds = Number(options.seconds)
say('Scoring with role model')
await phase('role model answers', seconds)
process.kill(role.pid, 'SIGKILL')
const killedAt = performance.now()
await phase('killed', seconds)
role = await startRole()
const backAt = performance.now()
await phase('started again', seconds)
stopped = true
await Promise.all(shoppers)
await api.stop()
await role.stop()

const rows = phases.map(({ name, from, to }) => {
  const here = met.filter(({ at }) => at >= from && at < to)
  const times = here.map(({ ms }) => ms).sort((a, b) => a - b)
  const of = (share) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)
  const failed = here.filter(({ status }) => status !== 200).length
  const degraded = here.filter((one) => one.degraded).length
  return [name, here.length, failed, percent(degraded / Math.max(1, here.length)), of(0.5), of(0.99)]
})
console.log(table(['phase', 'orders', 'failed', 'degraded', 'p50 ms', 'p99 ms'], rows))
const causes = [...met.reduce((counts, { cause }) => counts.set(cause, (counts.get(cause) ?? 0) + 1), new Map())]
console.log(`causes: ${causes.map(([cause, n]) => `${cause ?? 'none'} ${n}`).join(', ')}`)
const firstDegraded = met.find(({ at, degraded }) => at >= killedAt && degraded)
const firstBack = met.find(({ at, degraded }) => at >= backAt && !degraded)
console.log(`first fallback ${((firstDegraded?.at ?? NaN) - killedAt).toFixed(0)} ms after the kill`)
console.log(`back by itself ${((firstBack?.at ?? NaN) - backAt).toFixed(0)} ms after the role listened again`)
const everFailed = met.filter(({ status }) => status !== 200).length
console.log(`${met.length} orders, ${everFailed} failed`)
await installation.remove()
await rm(copy, { recursive: true, force: true })
process.exitCode = everFailed === 0 ? 0 : 1
