import type { Database } from 'better-sqlite3'
import { StoreUnavailable } from '../errors.ts'
import type { LogSync } from './log-sync.ts'

interface Batch {
  readonly apply: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
  refusal?: { readonly error: unknown }
}

export interface GroupCommit {
  /** Resolves once the batch is committed and on disk. A batch that throws is undone alone. */
  run(apply: () => void): Promise<void>
  /** False after the disk failed to keep what was committed: only opening the file anew tells what is there. */
  isSound(): boolean
  /** Commits what waits, and waits until all of it is on disk. */
  close(): Promise<void>
}

const answer = (batches: readonly Batch[]): void => {
  for (const batch of batches) {
    if (batch.refusal) batch.reject(batch.refusal.error)
    else batch.resolve()
  }
}
const refuse = (batches: readonly Batch[], cause: unknown): void => {
  const error = new StoreUnavailable(cause)
  for (const batch of batches) batch.reject(error)
}

/** One transaction, each batch in its own savepoint. */
const createRunAll = (db: Database) => {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT batch')
  const release = db.prepare('RELEASE batch')
  const undo = db.prepare('ROLLBACK TO batch')

  const runOne = (batch: Batch): void => {
    savepoint.run()
    try {
      batch.apply()
    } catch (error) {
      // A full disk may have ended the whole transaction: then nothing of this turn is written.
      if (!db.inTransaction) throw error
      undo.run()
      batch.refusal = { error }
    }
    release.run()
  }
  return (batches: readonly Batch[]): void => {
    begin.run()
    try {
      for (const batch of batches) runOne(batch)
      commit.run()
    } catch (error) {
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
}

/**
 * All batches that came while the disk was busy share one transaction and one sync. The event loop goes on meanwhile:
 * orders are read and judged while the disk writes.
 */
export const createGroupCommit = (
  db: Database,
  log: LogSync,
  committed: (batches: number) => void = () => undefined,
): GroupCommit => {
  const runAll = createRunAll(db)
  let waiting: Batch[] = []
  let round: Promise<void> | undefined
  let broken: unknown

  const writeWaiting = async (): Promise<void> => {
    const batches = waiting
    waiting = []
    if (broken !== undefined) {
      refuse(batches, broken)
      return
    }
    try {
      runAll(batches)
    } catch (error) {
      refuse(batches, error)
      return
    }
    committed(batches.length)
    try {
      await log.sync()
    } catch (error) {
      // The system may have forgotten what it could not write: a second try that succeeds would prove nothing.
      broken = error
      refuse(batches, error)
      return
    }
    answer(batches)
  }
  const rounds = async (): Promise<void> => {
    while (waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      await writeWaiting()
    }
    round = undefined
  }

  return {
    run: (apply) =>
      new Promise((resolve, reject) => {
        waiting.push({ apply, resolve, reject })
        round ??= rounds()
      }),
    isSound: () => broken === undefined,
    close: async () => {
      await round
      await log.close()
    },
  }
}
