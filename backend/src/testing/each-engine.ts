import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Clock } from '../platform/clock.ts'
import { createMongoPlace } from '../platform/documents/testing/mongo-place.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { withServer } from './servers.ts'

export interface EngineHouse extends TestHouse {
  /** Rows that stand of a store, counted beside our own code: without its keys nobody reads them. */
  rowsOf(merchantId: string, collections: readonly string[]): Promise<number>
}

export type OpenEngineHouse = (clock: Clock) => Promise<EngineHouse>

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

const rowsInFile = (path: string, merchantId: string, collections: readonly string[]): number => {
  const file = new Database(path, { readonly: true })
  try {
    const tenants = file
      .prepare<[string], number>('SELECT number FROM tenants WHERE merchant = ?')
      .pluck()
      .all(merchantId)
    const count = (name: string, tenant: number) =>
      file
        .prepare<[number], number>(`SELECT count(*) FROM "${name}" WHERE tenant = ? AND removed_at IS NULL`)
        .pluck()
        .get(tenant) ?? 0
    return sum(tenants.flatMap((tenant) => collections.map((name) => count(name, tenant))))
  } finally {
    file.close()
  }
}

const openOnSqlite: OpenEngineHouse = async (clock) => {
  const house = await openTestHouse({ clock })
  const path = join(house.folder, 'goodfaith.db')
  return {
    ...house,
    rowsOf: (merchantId, collections) => Promise.resolve(rowsInFile(path, merchantId, collections)),
  }
}

const openOnMongo = async (address: string, clock: Clock): Promise<EngineHouse> => {
  const place = await createMongoPlace(address)
  const house = await openTestHouse({ env: { DATABASE_URL: place.uri }, clock })
  return {
    ...house,
    rowsOf: async (m, collections) => {
      const standing = { m, d: { $exists: false } }
      return sum(await Promise.all(collections.map((name) => place.database.collection(name).countDocuments(standing))))
    },
    remove: async () => {
      await house.remove()
      await place.remove()
    },
  }
}

/** The same suite on every engine that is at hand. */
export const onEachEngine = (title: string, suite: (open: OpenEngineHouse) => void): void => {
  describe(`${title} on SQLite`, () => suite(openOnSqlite))
  withServer('mongodb', `${title} on MongoDB`, (address) => suite((clock) => openOnMongo(address, clock)))
}
