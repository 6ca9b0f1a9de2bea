import Database from 'better-sqlite3'
import { checkDeclarations } from '../check/declaration.ts'
import type { Collection } from '../collection.ts'
import type { DocumentStore } from '../port.ts'
import type { Probe } from '../probe.ts'
import type { Sealer } from '../sealer.ts'
import { createAcrossMerchants } from './across-merchants.ts'
import { createCheckpointer } from './checkpointer.ts'
import { configureConnection, leaveSyncToCommits } from './connection.ts'
import { createDocuments, type Engine, type Scope } from './documents.ts'
import { createExpire } from './expire.ts'
import { createFinder } from './finder.ts'
import { watchForeignChanges } from './foreign-changes.ts'
import { createGroupCommit } from './group-commit.ts'
import { createLeases } from './leases.ts'
import { createLogSync } from './log-sync.ts'
import { migrate, migrations as released, type Migration } from './migrations.ts'
import { hashOfId, type HashOfId } from './packed-key.ts'
import { createRooms } from './rooms.ts'
import { createStatementCache } from './statement-cache.ts'
import { createTenants, installation } from './tenants.ts'

export interface SqliteOptions {
  readonly file: string
  readonly sealer: Sealer
  readonly clock: () => number
  readonly collections: readonly Collection[]
  /** Followers may come again up to two of these later; tombstones outlive that. */
  readonly sweepMs?: number
  /** How long a write waits for another process, such as a command beside the server. */
  readonly busyTimeoutMs?: number
  readonly onLatePush?: (collection: string) => void
  /** A walk over all merchants left this one out: its sealing key was destroyed. */
  readonly onKeyMissing?: (collection: string, merchantId: string) => void
  readonly migrations?: readonly Migration[]
  readonly probe?: Probe
  /** Places packed documents; tests make ids collide with it. */
  readonly hash?: HashOfId
}

export interface SqliteStore extends DocumentStore {
  /** Tells within a second that another process wrote to the file. Returns the way to stop listening. */
  onForeignChange(listener: () => void): () => void
}

const fiveMinutes = 5 * 60_000

const doorsOf = (engine: Engine, tenants: ReturnType<typeof createTenants>) => {
  const shared = (scope: Scope['scope']): Scope => ({
    scope,
    merchantId: null,
    find: () => installation,
    findOrAdd: () => installation,
  })
  return {
    forMerchant: (merchantId: string, mode: 'test' | 'live') =>
      createDocuments(engine, {
        scope: 'merchant',
        merchantId,
        find: () => tenants.find(merchantId, mode),
        findOrAdd: () => tenants.findOrAdd(merchantId, mode),
      }),
    operator: () => createDocuments(engine, shared('operator')),
    network: () => createDocuments(engine, shared('network')),
  }
}

const answers = (db: Database.Database): boolean => {
  try {
    return db.open && db.prepare('SELECT count(*) FROM leases').get() !== undefined
  } catch {
    return false
  }
}

/** The embedded engine: one file, one writer at a time, everything acknowledged is on disk. */
export const openSqlite = (options: SqliteOptions): SqliteStore => {
  const { file, sealer, clock, collections, sweepMs = fiveMinutes, busyTimeoutMs = 5_000 } = options
  checkDeclarations(collections)
  const db = new Database(file)
  try {
    configureConnection(db, busyTimeoutMs)
    migrate(db, file, options.migrations ?? released, clock)
    leaveSyncToCommits(db)
  } catch (error) {
    db.close()
    throw error
  }
  const rooms = createRooms(db, {
    collections,
    sealer,
    latePush: options.onLatePush ?? (() => undefined),
    hash: options.hash ?? hashOfId,
  })
  const tenants = createTenants(db)
  const finder = createFinder(createStatementCache(db), clock)
  const checkpointer = createCheckpointer(file, busyTimeoutMs)
  const commit = createGroupCommit(db, createLogSync(file), (batches) => {
    checkpointer.committed(batches)
  })
  const engine: Engine = { rooms, finder, commit, sealer, clock, probe: options.probe }
  const foreign = watchForeignChanges(db)
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get())

  return {
    ...doorsOf(engine, tenants),
    acrossMerchants: createAcrossMerchants(engine, tenants, options.onKeyMissing),
    lease: createLeases(db, clock),
    // Head and followers are one transaction here: nothing is ever left behind.
    sweep: async () => 0,
    expire: createExpire(db, collections, 2 * sweepMs, clock),
    status: async () => ({ kind: 'sqlite', version, state: commit.isSound() && answers(db) ? 'ok' : 'down' }),
    onForeignChange: foreign.listen,
    close: async () => {
      if (!db.open) return
      await commit.close()
      foreign.stop()
      await checkpointer.close()
      db.close()
    },
  }
}
