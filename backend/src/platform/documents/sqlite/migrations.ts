import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

/** A step from the schema version before it. Runs in a transaction of its own; never changed once released. */
export interface Migration {
  readonly version: number
  readonly up: (db: Database) => void
}

/** Tables of collections are made from their declarations; these are the engine's own. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    up: (db) => {
      db.exec(`
        CREATE TABLE tenants (
          number INTEGER PRIMARY KEY AUTOINCREMENT, merchant TEXT NOT NULL, mode TEXT NOT NULL, UNIQUE (merchant, mode));
        CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID`)
    },
  },
]

/** The file was written by a newer program. */
export class NewerDatabase extends Error {
  constructor(file: string, found: number, known: number) {
    super(
      `${file} has schema version ${found}, and this program knows versions up to ${known}. Start the newer program ` +
        `again, or put the copy ${copyName(file, known)} in its place (what was written since then is not in it).`,
    )
    this.name = 'NewerDatabase'
  }
}

const copyName = (file: string, version: number) => `${file}.version-${version}`
const versionOf = (db: Database) => Number(db.pragma('user_version', { simple: true }))

const copyBefore = (db: Database, file: string, version: number, clock: () => number): void => {
  const name = copyName(file, version)
  db.prepare('VACUUM INTO ?').run(existsSync(name) ? `${name}.${clock()}` : name)
}

/** Brings the file forward, one transaction per step, with a copy of it made first. */
export const migrate = (db: Database, file: string, steps: readonly Migration[], clock: () => number): void => {
  const found = versionOf(db)
  const known = steps.at(-1)?.version ?? 0
  if (found > known) throw new NewerDatabase(file, found, known)
  if (found === known) return
  if (found > 0) copyBefore(db, file, found, clock)
  const step = db.transaction(({ version, up }: Migration) => {
    // Another process may have been first.
    if (versionOf(db) >= version) return
    up(db)
    db.pragma(`user_version = ${version}`)
  })
  for (const migration of steps) step.immediate(migration)
}
