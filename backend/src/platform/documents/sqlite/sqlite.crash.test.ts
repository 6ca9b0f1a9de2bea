import Database from 'better-sqlite3'
import { describeCrashes } from '../testing/crash/crash-suite.ts'
import { crashSealer } from '../testing/crash/child.ts'
import { everyCollection } from '../testing/fixtures.ts'
import { createSqlitePlace } from '../testing/sqlite-place.ts'
import { openSqlite } from './open-sqlite.ts'

let place: Awaited<ReturnType<typeof createSqlitePlace>>
beforeAll(async () => {
  place = await createSqlitePlace()
})
afterAll(async () => {
  const db = new Database(place.file)
  const health: unknown = db.pragma('integrity_check', { simple: true })
  db.close()
  await place.remove()
  expect(health).toBe('ok')
})

describeCrashes({
  name: 'SQLite',
  rounds: 50,
  child: 'sqlite-child',
  place: () => place.file,
  open: async () =>
    openSqlite({ file: place.file, sealer: crashSealer(), clock: Date.now, collections: everyCollection }),
})
