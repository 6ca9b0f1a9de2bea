import { existsSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { openEphemeral } from '../../platform/ephemeral/open.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Foundation } from '../../foundation.ts'
import { fail, ok, warn, type Finding } from './finding.ts'

export const checkDatabase = async (config: Config, open: () => Promise<Foundation>): Promise<Finding> => {
  const name = 'database'
  const file = config.databaseUrl.startsWith('sqlite:') ? config.databaseUrl.slice('sqlite:'.length) : undefined
  if (file !== undefined && !existsSync(file)) {
    return warn(name, `${file} is not there yet.`, 'The first start makes it: npm start')
  }
  const { documents } = await open()
  const { kind, version, state, note } = await documents.status()
  const detail = `${kind} ${version}, opened with this master secret.`
  if (state === 'down') return fail(name, detail, 'Start the database server, and look into its log.')
  return note === undefined
    ? ok(name, detail)
    : warn(name, `${detail} ${note}`, 'A replica set keeps data and service when one server goes.')
}

export const checkRedis = async ({ redisUrl }: Config): Promise<Finding> => {
  const name = 'redis'
  if (redisUrl === undefined) return ok(name, 'Not configured: fine for one server.')
  const ephemeral = await openEphemeral({ clock: systemClock, redisUrl })
  const { state, version } = await ephemeral.status().finally(() => ephemeral.close())
  return state === 'ok'
    ? ok(name, `redis ${version}`)
    : fail(name, 'It does not answer.', 'Start it, or unset REDIS_URL.')
}

const patienceMs = 2_000

export const checkServer = async ({ host, port, tls }: Config): Promise<Finding> => {
  const name = 'server'
  const address = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
  const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined)
  if (!answer) return warn(name, `Nothing answers at ${address}.`, 'npx goodfaith serve')
  const states = (await answer.text()).slice(0, 500)
  if (answer.ok) return ok(name, `${address} is ready.`)
  return fail(name, `${address} is not ready: ${states}`, 'Look into the log of the server.')
}
