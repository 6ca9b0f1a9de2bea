import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Lease } from '../port.ts'

/** Who may do a job now. Kept in the database, so that a command beside the server asks the same one. */
export const createLeases = (db: Database, clock: () => number) => {
  const take = db.prepare<[string, string, number, number]>(
    `INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE until <= ?`,
  )
  const renew = db.prepare<[number, string, string, number]>(
    'UPDATE leases SET until = ? WHERE name = ? AND holder = ? AND until > ?',
  )
  const release = db.prepare<[string, string]>('DELETE FROM leases WHERE name = ? AND holder = ?')

  return async (name: string, ttlMs: number): Promise<Lease | undefined> => {
    const holder = randomUUID()
    const now = clock()
    if (take.run(name, holder, now + ttlMs, now).changes === 0) return undefined
    return {
      name,
      renew: async () => {
        const later = clock()
        return renew.run(later + ttlMs, name, holder, later).changes > 0
      },
      release: async () => void release.run(name, holder),
    }
  }
}
