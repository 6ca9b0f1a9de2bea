import Database from 'better-sqlite3'
import { StoreUnavailable } from '../errors.ts'
import { createSqlitePlace } from '../testing/sqlite-place.ts'
import { configureConnection, leaveSyncToCommits } from './connection.ts'
import { createGroupCommit } from './group-commit.ts'
import { createLogSync, type LogSync } from './log-sync.ts'

let place: Awaited<ReturnType<typeof createSqlitePlace>>
let db: Database.Database
beforeEach(async () => {
  place = await createSqlitePlace()
  db = new Database(place.file)
  configureConnection(db, 1_000)
  leaveSyncToCommits(db)
  db.exec('CREATE TABLE notes (text TEXT)')
})
afterEach(async () => {
  db.close()
  await place.remove()
})

/** The real log, whose disk answers when it is told to, or not at all. */
const createSlowDisk = () => {
  const log = createLogSync(place.file)
  const asked: { readonly proceed: () => void; readonly fail: (error: Error) => void }[] = []
  const slow: LogSync = {
    sync: async () => {
      await new Promise<void>((resolve, reject) => asked.push({ proceed: resolve, fail: reject }))
      await log.sync()
    },
    close: () => log.close(),
  }
  const nextAsked = async (count: number) => {
    while (asked.length < count) await new Promise((resolve) => setImmediate(resolve))
    return asked[count - 1]
  }
  return { slow, nextAsked }
}

const insert = (text: string) => () => {
  db.prepare('INSERT INTO notes VALUES (?)').run(text)
}
const notes = () => db.prepare('SELECT text FROM notes').pluck().all()

test('nobody is answered before the disk has answered, and who comes meanwhile shares the next sync', async () => {
  const { slow, nextAsked } = createSlowDisk()
  const groups: number[] = []
  const commit = createGroupCommit(db, slow, (batches) => groups.push(batches))
  const answered: string[] = []
  const write = (text: string) => commit.run(insert(text)).then(() => answered.push(text))

  const first = write('first')
  const disk = await nextAsked(1)
  const others = Promise.all([write('second'), write('third')])
  await new Promise((resolve) => setImmediate(resolve))
  expect([notes(), answered]).toEqual([['first'], []])

  disk?.proceed()
  await first
  expect(answered).toEqual(['first'])
  const next = await nextAsked(2)
  expect([notes(), answered]).toEqual([['first', 'second', 'third'], ['first']])
  next?.proceed()
  await others
  expect([groups, answered]).toEqual([
    [1, 2],
    ['first', 'second', 'third'],
  ])
  await commit.close()
})

test('a batch that throws is undone alone, and told so', async () => {
  const commit = createGroupCommit(db, createLogSync(place.file))
  const [kept, refused] = await Promise.allSettled([
    commit.run(insert('kept')),
    commit.run(() => {
      insert('undone')()
      throw new Error('refused')
    }),
  ])
  expect([kept.status, refused.status, notes()]).toEqual(['fulfilled', 'rejected', ['kept']])
  await commit.close()
})

test('after the disk has failed once nothing is accepted any more', async () => {
  const { slow, nextAsked } = createSlowDisk()
  const commit = createGroupCommit(db, slow)
  const lost = commit.run(insert('lost'))
  const disk = await nextAsked(1)
  disk?.fail(new Error('input/output error'))
  await expect(lost).rejects.toBeInstanceOf(StoreUnavailable)
  expect(commit.isSound()).toBe(false)
  await expect(commit.run(insert('late'))).rejects.toBeInstanceOf(StoreUnavailable)
  expect(notes()).toEqual(['lost'])
  await commit.close()
})

test('closing waits for what was handed over', async () => {
  const commit = createGroupCommit(db, createLogSync(place.file))
  const writing = commit.run(insert('last'))
  await commit.close()
  expect(notes()).toEqual(['last'])
  await writing
})
