import type { Database } from 'better-sqlite3'
import type { Collection } from '../collection.ts'
import { quote } from './layout.ts'

/** Rows removed in one go; between two goes the event loop serves others. */
const rowsAtOnce = 2_000

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Removes what has been invisible for the whole horizon. Until then the row is its own tombstone: a follower that comes
 * late finds it and does nothing.
 */
export const createExpire = (
  db: Database,
  collections: readonly Collection[],
  horizonMs: number,
  clock: () => number,
) => {
  const statements = collections
    .filter(({ appendOnly }) => appendOnly !== true)
    .flatMap(({ name, expires }) =>
      ['removed_at', ...(expires === undefined ? [] : [expires])].map((column) =>
        db.prepare<[number, number]>(
          `DELETE FROM ${quote(name)} WHERE key IN
           (SELECT key FROM ${quote(name)} WHERE ${quote(column)} <= ? LIMIT ?)`,
        ),
      ),
    )

  return async (): Promise<number> => {
    const before = clock() - horizonMs
    let removed = 0
    for (const statement of statements) {
      for (;;) {
        const { changes } = statement.run(before, rowsAtOnce)
        removed += changes
        await pause()
        if (changes < rowsAtOnce) break
      }
    }
    return removed
  }
}
