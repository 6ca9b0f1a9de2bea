import { createHmac, randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from '../scripts/run.mjs'
import { startServer } from './servers/start.mjs'
import { orderBody, sessionBody } from './orders.mjs'

const program = resolve('dist/backend/goodfaith.mjs')

/** A data folder of its own, filled from a template where one is given, with a store to score for. */
export const createInstallation = async (template) => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-bench-'))
  const env = {
    DATA_DIR: join(folder, 'data'),
    MASTER_SECRET: 'bench master secret, no store depends on it',
    RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'warn',
    PORT: '0',
  }
  if (template) await cp(template.dataFolder, env.DATA_DIR, { recursive: true })
  else await mkdir(env.DATA_DIR, { recursive: true })
  const store = template?.store ?? (await createStore(env))
  return { folder, env, store, remove: () => rm(folder, { recursive: true, force: true }) }
}

const createStore = async (env) => {
  const { code, output } = await run(process.execPath, [program, 'merchants', 'create', '--name', 'Bench', '--json'], {
    env,
  })
  if (code !== 0) throw new Error(output)
  return JSON.parse(output.slice(output.indexOf('{')))
}

export const serve = ({ env }, { profileFolder, preload, env: more = {} } = {}) => {
  const profiling = profileFolder ? ['--cpu-prof', '--cpu-prof-dir', profileFolder] : []
  const flags = ['--max-semi-space-size=64', ...profiling, ...(preload ? ['--import', preload] : [])]
  return startServer(process.execPath, [...flags, program, 'serve'], { env: { ...env, ...more } })
}

/** Requests as a store's backend sends them: signed, each with its own nonce and idempotency key. */
export const assessmentRequests = (store, orders, sessionIds = []) => {
  const { secret_key, signing_secret } = store.live
  return orders.map((order, index) => {
    const body = JSON.stringify(orderBody(order, sessionIds[index]))
    const timestamp = Math.floor(Date.now() / 1000)
    const nonce = randomBytes(16).toString('hex')
    const signature = createHmac('sha256', signing_secret).update(`${timestamp}.${nonce}.${body}`).digest('hex')
    return {
      method: 'POST',
      path: '/v1/assessments',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secret_key}`,
        'x-timestamp': String(timestamp),
        'x-nonce': nonce,
        'x-signature': signature,
        'idempotency-key': nonce,
      },
      body,
    }
  })
}

export const sessionRequests = (store, orders) =>
  orders.map((order) => ({
    method: 'POST',
    path: '/v1/sessions',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(sessionBody(order, store.live.publishable_key)),
  }))

/** The same bodies for the echoes, without a key to check. */
export const echoRequests = (orders) =>
  orders.map((order) => ({
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(orderBody(order)),
  }))
