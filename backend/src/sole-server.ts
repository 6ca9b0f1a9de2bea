import { dirname, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'
import type { House } from './container.ts'
import { lockFolder } from './platform/documents/folder-lock.ts'
import { sqliteFileOf } from './platform/documents/open.ts'
import type { Lease } from './platform/documents/port.ts'
import { prepareDataFolder } from './platform/installation/data-folder.ts'
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
const leaseMs = 10_000
const renewEveryMs = 3_000
const lookEveryMs = 500

/** A server that was killed leaves its lease behind: wait for it to end before believing in another one. */
const patientLease = async ({ foundation }: House): Promise<Lease> => {
  const tries = Math.ceil(leaseMs / lookEveryMs) + 2
  for (let turn = 0; turn < tries; turn += 1) {
    const lease = await foundation.documents.lease(leaseName, leaseMs)
    if (lease) return lease
    await wait(lookEveryMs)
  }
  throw new InstallationRefused(
    'Another server works on this MongoDB without Redis: they would not share nonces and limits. Set REDIS_URL for both.',
  )
}

/**
 * MongoDB: any number of servers with Redis, one without. One with Redis looks whether there is one without, and goes on;
 * one without keeps the lease as long as it runs.
 */
export const takeServerPlace = async (house: House): Promise<() => Promise<void>> => {
  const { config, log } = house
  if (sqliteFileOf(config.databaseUrl) !== undefined) return async () => undefined
  const lease = await patientLease(house)
  if (config.redisUrl !== undefined) {
    await lease.release()
    return async () => undefined
  }
  const timer = setInterval(() => {
    lease.renew().then(
      (held) => {
        if (!held) log.error('the place of the only server without redis was lost: nonces and limits may not be shared')
      },
      (error: unknown) => {
        log.warn({ err: error }, 'the place of the only server could not be renewed')
      },
    )
  }, renewEveryMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await lease.release().catch(() => undefined) // it ends by itself
  }
}
