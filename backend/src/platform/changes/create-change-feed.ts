import { collection } from '../documents/collection.ts'
import type { DocumentStore } from '../documents/port.ts'
import { EphemeralUnavailable, type Ephemeral } from '../ephemeral/port.ts'
import type { ChangeFeed } from './change-feed.ts'

interface RevisionDocument {
  readonly id: string
  readonly revision: number
  readonly [name: string]: string | number
}

export const revisions = collection<RevisionDocument>({
  name: 'revisions',
  scope: 'operator',
  fields: { revision: 'number' },
})

const id = 'settings'
const channel = 'changes'
const everyMs = 1_000

export interface RunningChangeFeed extends ChangeFeed {
  stop(): Promise<void>
}

interface FeedDeps {
  readonly documents: DocumentStore
  readonly ephemeral: Ephemeral
  readonly failed: (error: unknown) => void
}

/** How this process hears of what others changed, and makes them hear. */
interface Ear {
  /** After a change was written: this process is told by the time it resolves. */
  readonly spread: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Embedded: whatever another process writes, a command beside the server, is noticed by the engine itself. */
const listenToEngine = (onForeignChange: NonNullable<DocumentStore['onForeignChange']>, tell: () => void): Ear => {
  const stop = onForeignChange(tell)
  return {
    spread: () => {
      tell()
      return Promise.resolve()
    },
    stop: () => {
      stop()
      return Promise.resolve()
    },
  }
}

/** MongoDB: the revision in the database is the truth and is looked at each second; the message only makes it quicker. */
const watchRevision = async ({ documents, ephemeral, failed }: FeedDeps, tell: () => void): Promise<Ear> => {
  const operator = documents.operator()
  const current = async (): Promise<number> => (await operator.get(revisions, id))?.revision ?? 0

  let seen = await current()
  const look = async (): Promise<void> => {
    const now = await current()
    if (now === seen) return
    seen = now
    tell()
  }
  const lookQuietly = (): void => {
    // While the database is away nothing can be trusted to be unchanged: forget, and ask again later.
    look().catch((error: unknown) => {
      tell()
      failed(error)
    })
  }
  const timer = setInterval(lookQuietly, everyMs)
  timer.unref()
  const unsubscribe = await ephemeral.subscribe(channel, lookQuietly)

  return {
    spread: async () => {
      await operator.write({ upsert: revisions, id, create: { id, revision: 1 }, changes: { inc: { revision: 1 } } })
      await look()
      await ephemeral.publish(channel, id).catch((error: unknown) => {
        if (!(error instanceof EphemeralUnavailable)) throw error
      })
    },
    stop: async () => {
      clearInterval(timer)
      await unsubscribe()
    },
  }
}

/** A command line that changes a key in its own process reaches a running server this way, on either engine. */
export const createChangeFeed = async (deps: FeedDeps): Promise<RunningChangeFeed> => {
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const { documents } = deps
  const ear = documents.onForeignChange
    ? listenToEngine(documents.onForeignChange.bind(documents), tell)
    : await watchRevision(deps, tell)

  return {
    announce: ear.spread,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: ear.stop,
  }
}
