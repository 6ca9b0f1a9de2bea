import { dirname, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'
import type { House } from './container.ts'
import { lockFolder } from './platform/documents/folder-lock.ts'
import { sqliteFileOf } from './platform/documents/open.ts'
import type { Lease } from './platform/documents/port.ts'
import { prepareDataFolder } from './platform/installation/data-folder.ts'
import { createPresence, isAnyPresent } from './platform/installation/present-servers.ts'
import { InstallationRefused } from './platform/installation/refusal.ts'

/** Embedded: one server per data folder, and per folder of the database file. Commands beside it take no place. */
export const takeFolders = ({ dataDir, databaseUrl }: Config): (() => void) => {
  const file = sqliteFileOf(databaseUrl)
  if (file === undefined) return () => undefined
  const releases: (() => void)[] = []
  const release = () => {
    for (const unlock of releases) unlock()
  }
  try {
    for (const folder of new Set([resolve(dataDir), dirname(resolve(file))])) {
      prepareDataFolder(folder)
      releases.push(lockFolder(folder))
    }
  } catch (error) {
    release()
    throw error
  }
  return release
}

const leaseName = 'server without redis'

export interface Patience {
  /** How long a server that was killed still counts as alive. */
  readonly aliveMs: number
  readonly renewEveryMs: number
  readonly lookEveryMs: number
}
const usualPatience: Patience = { aliveMs: 10_000, renewEveryMs: 3_000, lookEveryMs: 500 }

/** A server that was killed leaves its traces behind: wait for them to end before believing in another server. */
const waitFor = async <T>({ aliveMs, lookEveryMs }: Patience, look: () => Promise<T | undefined>, refusal: string) => {
  const tries = Math.ceil(aliveMs / lookEveryMs) + 2
  for (let turn = 0; turn < tries; turn += 1) {
    const found = await look()
    if (found !== undefined) return found
    await wait(lookEveryMs)
  }
  throw new InstallationRefused(refusal)
}

const patientLease = ({ foundation }: House, patience: Patience): Promise<Lease> =>
  waitFor(
    patience,
    () => foundation.documents.lease(leaseName, patience.aliveMs),
    'Another server works on this MongoDB without Redis: they would not share nonces and limits. Set REDIS_URL for both.',
  )

const waitUntilAlone = ({ foundation }: House, lease: Lease, patience: Patience): Promise<true> =>
  waitFor(
    patience,
    async () => {
      if (!(await isAnyPresent(foundation.documents))) return true
      await lease.renew()
      return undefined
    },
    'Another server works on this MongoDB with Redis: nonces and limits would not be shared with it. Set REDIS_URL to the same Redis.',
  )

const repeat = (everyMs: number, work: () => Promise<void>): (() => void) => {
  const timer = setInterval(() => void work(), everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** Says that it is there before it looks, as the other does: of two that start at once, at least one sees the other. */
const takePlaceWithRedis = async (house: House, patience: Patience): Promise<() => Promise<void>> => {
  const { foundation, clock, processId, log } = house
  const presence = createPresence({ ...foundation, clock }, processId, patience.aliveMs)
  const end = () => presence.end().catch(() => undefined) // it ends by itself
  await presence.renew()
  try {
    await (await patientLease(house, patience)).release()
  } catch (error) {
    await end()
    throw error
  }
  const stop = repeat(patience.renewEveryMs, () =>
    presence.renew().catch((error: unknown) => {
      log.warn({ err: error }, 'this server could not say that it is there')
    }),
  )
  return async () => {
    stop()
    await end()
  }
}

const takeOnlyPlace = async (house: House, patience: Patience): Promise<() => Promise<void>> => {
  const { log } = house
  const lease = await patientLease(house, patience)
  const leave = () => lease.release().catch(() => undefined) // it ends by itself
  try {
    await waitUntilAlone(house, lease, patience)
  } catch (error) {
    await leave()
    throw error
  }
  const renew = async () => {
    try {
      if (await lease.renew()) return
      log.error('the place of the only server without redis was lost: nonces and limits may not be shared')
    } catch (error) {
      log.warn({ err: error }, 'the place of the only server could not be renewed')
    }
  }
  const stop = repeat(patience.renewEveryMs, renew)
  return async () => {
    stop()
    await leave()
  }
}

/** MongoDB: any number of servers with Redis, or one without. Returns the way to leave the place. */
export const takeServerPlace = async (house: House, patience = usualPatience): Promise<() => Promise<void>> => {
  const { config } = house
  if (sqliteFileOf(config.databaseUrl) !== undefined) return async () => undefined
  return config.redisUrl === undefined ? takeOnlyPlace(house, patience) : takePlaceWithRedis(house, patience)
}
