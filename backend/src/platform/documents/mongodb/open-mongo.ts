import type { Clock } from '../../clock.ts'
import { checkDeclarations } from '../check/declaration.ts'
import type { Collection } from '../collection.ts'
import type { DocumentStore } from '../port.ts'
import type { Probe } from '../probe.ts'
import type { Sealer } from '../sealer.ts'
import { createAcrossMerchants } from './across-merchants.ts'
import { connect, createClient, databaseOf } from './connect.ts'
import { createDocuments } from './documents.ts'
import type { Engine } from './engine.ts'
import { createLeases } from './leases.ts'
import { createStatus, readVersion, watchShape } from './server-status.ts'
import { openShelves } from './shelf.ts'
import { createTurns } from './turns.ts'
import { createExpire, createSweep } from './upkeep.ts'

export interface MongoOptions {
  readonly uri: string
  readonly sealer: Sealer
  readonly clock: Clock
  readonly collections: readonly Collection[]
  /** Followers may come again up to two of these later; tombstones outlive that. */
  readonly sweepMs?: number
  readonly onLatePush?: (collection: string) => void
  /** A walk over all merchants left this one out: its sealing key was destroyed. */
  readonly onKeyMissing?: (collection: string, merchantId: string) => void
  readonly probe?: Probe
}

const fiveMinutes = 5 * 60_000

/** Work that nobody waits for, except the end of the store. */
const createBackground = () => {
  const running = new Set<Promise<unknown>>()
  const add = (work: Promise<unknown>): void => {
    const settled = work.catch(() => undefined).finally(() => running.delete(settled))
    running.add(settled)
  }
  return { add, settle: () => Promise.all(running) }
}

const storeOf = (engine: Engine, rest: Pick<DocumentStore, 'lease' | 'status' | 'close'>): DocumentStore => ({
  forMerchant: (merchantId: string, mode: 'test' | 'live') =>
    createDocuments(engine, { scope: 'merchant', tenant: { merchantId, mode } }),
  operator: () => createDocuments(engine, { scope: 'operator', tenant: null }),
  network: () => createDocuments(engine, { scope: 'network', tenant: null }),
  acrossMerchants: createAcrossMerchants(engine),
  sweep: createSweep(engine),
  expire: createExpire(engine),
  ...rest,
})

/** For where one machine is outgrown: each write is one atomic change of one document, and no transaction is ever opened. */
export const openMongo = async (options: MongoOptions): Promise<DocumentStore> => {
  const { uri, sealer, clock, collections, sweepMs = fiveMinutes, probe } = options
  const { onLatePush = () => undefined, onKeyMissing = () => undefined } = options
  checkDeclarations(collections)
  // Half a second of loading that the embedded engine does not pay.
  const mongoose = await import('mongoose')
  const client = createClient(mongoose.mongo, uri)
  const shape = watchShape(client)
  await connect(client, uri)
  try {
    const version = await readVersion(client)
    const connection = mongoose.createConnection().setClient(client).useDb(databaseOf(uri))
    const background = createBackground()
    const shelves = await openShelves({ mongoose, connection }, collections, sealer)
    const engine: Engine = {
      shelves,
      sealer,
      clock,
      turns: createTurns(),
      latePush: onLatePush,
      keyMissing: onKeyMissing,
      probe,
      horizonMs: 2 * sweepMs,
      background: background.add,
      settleBackground: background.settle,
    }
    return storeOf(engine, {
      lease: createLeases(connection, clock),
      status: createStatus(client, version, shape),
      close: async () => {
        await background.settle()
        await client.close()
      },
    })
  } catch (error) {
    await client.close()
    throw error
  }
}
