import type { Database } from 'better-sqlite3'
import { StoreUnavailable } from '../errors.ts'

interface Batch {
  readonly apply: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
  refusal?: { readonly error: unknown }
}

export interface GroupCommit {
  /** Resolves once the batch is committed and on disk. A batch that throws is undone alone. */
  run(apply: () => void): Promise<void>
  /** Commits what waits. */
  flush(): void
}

/** All batches of one turn of the event loop share one transaction, each in its own savepoint: one fsync for all. */
export const createGroupCommit = (db: Database, committed: (batches: number) => void): GroupCommit => {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT batch')
  const release = db.prepare('RELEASE batch')
  const undo = db.prepare('ROLLBACK TO batch')
  let waiting: Batch[] = []

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
  const runAll = (batches: readonly Batch[]): void => {
    begin.run()
    try {
      for (const batch of batches) runOne(batch)
      commit.run()
    } catch (error) {
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
  const flush = (): void => {
    const batches = waiting
    waiting = []
    if (batches.length === 0) return
    try {
      runAll(batches)
    } catch (error) {
      for (const batch of batches) batch.reject(new StoreUnavailable(error))
      return
    }
    committed(batches.length)
    for (const batch of batches) {
      if (batch.refusal) batch.reject(batch.refusal.error)
      else batch.resolve()
    }
  }

  return {
    run: (apply) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ apply, resolve, reject })
      }),
    flush,
  }
}
