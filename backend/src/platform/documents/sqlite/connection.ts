import type { Database } from 'better-sqlite3'

/** Measured on the whole scoring path; larger caches are slower, because each commit walks them (docs/adr/0002). */
export const configureConnection = (db: Database, busyTimeoutMs: number): void => {
  db.pragma(`busy_timeout = ${busyTimeoutMs}`)
  db.pragma('page_size = 4096')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  // Only where the checkpointer does not come: it works beside the writers, this in their way.
  db.pragma('wal_autocheckpoint = 80000')
  db.pragma('cache_size = -8192')
  // A savepoint keeps copies of the pages it changes: in memory, not in a file of their own.
  db.pragma('temp_store = MEMORY')
  // Bytes of what was removed are overwritten where the page is written anyway; what names a person is sealed besides.
  db.pragma('secure_delete = FAST')
}

/** From here on the log is synced once per group of batches, beside the event loop (log-sync.ts), and at checkpoints. */
export const leaveSyncToCommits = (db: Database): void => {
  db.pragma('synchronous = NORMAL')
}
