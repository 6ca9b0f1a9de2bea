import { existsSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { collection } from '../collection.ts'
import { StoreUnavailable } from '../errors.ts'
import { everyCollection } from '../testing/fixtures.ts'
import { createRandomKeySealer } from '../testing/random-key-sealer.ts'
import { createSqlitePlace } from '../testing/sqlite-place.ts'
import { NewerDatabase, migrations, type Migration } from './migrations.ts'
import { openSqlite, type SqliteOptions } from './open-sqlite.ts'

const things = collection({
  name: 'things',
  scope: 'merchant',
  fields: { at: 'number' },
  indexes: [{ fields: ['at'] }],
})
const thing = { insert: things, document: { id: 't', at: 1, note: 'kept' } }

const later: readonly Migration[] = [...migrations, { version: 2, up: (db) => void db.exec('CREATE TABLE later (x)') }]

let place: Awaited<ReturnType<typeof createSqlitePlace>>
beforeEach(async () => {
  place = await createSqlitePlace()
})
afterEach(() => place.remove())

const open = (more: Partial<SqliteOptions> = {}) =>
  openSqlite({ file: place.file, sealer: createRandomKeySealer(), clock: Date.now, collections: [things], ...more })

const withOther = <Result>(use: (db: Database.Database) => Result): Result => {
  const db = new Database(place.file)
  try {
    return use(db)
  } finally {
    db.close()
  }
}

const indexes = () =>
  withOther((db) =>
    db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'things' ORDER BY name`)
      .pluck()
      .all(),
  )

test('a newer program brings the file forward, a copy made first; the older one then refuses it and takes the copy', async () => {
  const before = open()
  await before.forMerchant('mer_1', 'live').write(thing)
  await before.close()

  const after = open({ migrations: later })
  await after.forMerchant('mer_1', 'live').write({ insert: things, document: { id: 'since' } })
  expect(await after.forMerchant('mer_1', 'live').get(things, 't')).toEqual(thing.document)
  await after.close()

  const copy = `${place.file}.version-1`
  expect(() => open()).toThrow(NewerDatabase)
  expect(() => open()).toThrow(`put the copy ${copy} in its place`)

  await Promise.all(['-wal', '-shm'].map((suffix) => rm(`${place.file}${suffix}`, { force: true })))
  await copyFile(copy, place.file)
  const rolledBack = open()
  expect(await rolledBack.forMerchant('mer_1', 'live').get(things, 't')).toEqual(thing.document)
  expect(await rolledBack.forMerchant('mer_1', 'live').get(things, 'since')).toBeUndefined()
  await rolledBack.close()
})

test('a migration that fails leaves the file as it was', async () => {
  await open().close()
  const broken: Migration = {
    version: 2,
    up: (db) => {
      db.exec('CREATE TABLE half (x)')
      throw new Error('No.')
    },
  }
  expect(() => open({ migrations: [...migrations, broken] })).toThrow('No.')
  expect(withOther((db) => db.pragma('user_version', { simple: true }))).toBe(1)
  expect(withOther((db) => db.prepare(`SELECT name FROM sqlite_master WHERE name = 'half'`).get())).toBeUndefined()
  await open().close()
})

test('a first start makes no copy', async () => {
  await open({ migrations: later }).close()
  expect(existsSync(`${place.file}.version-0`)).toBe(false)
})

test('a collection declared otherwise gains its fields in the file, and its indexes follow', async () => {
  const before = open()
  await before.forMerchant('mer_1', 'live').write({ insert: things, document: { id: 'old', colour: 'red' } })
  await before.close()
  const grown = collection({ ...things, fields: { at: 'number', colour: 'string' }, indexes: [{ fields: ['colour'] }] })
  const after = open({ collections: [grown] })
  const documents = after.forMerchant('mer_1', 'live')
  await documents.write({ insert: grown, document: { id: 'new', colour: 'blue' } })
  expect(await documents.get(grown, 'old')).toEqual({ id: 'old', colour: 'red' })
  expect((await documents.find(grown, { colour: 'blue' }, { limit: 9 })).items).toHaveLength(1)
  await documents.write({ update: grown, id: 'old', changes: { set: { colour: 'green' } } })
  expect(await documents.get(grown, 'old')).toEqual({ id: 'old', colour: 'green' })
  await after.close()
  expect(indexes()).toEqual(['things__colour', 'things__id', 'things__upkeep_removed_at'])

  const claimed = collection({ ...grown, indexes: [{ fields: ['colour'], unique: true }] })
  const unique = open({ collections: [claimed] })
  const again = unique
    .forMerchant('mer_1', 'live')
    .write({ insert: claimed, document: { id: 'third', colour: 'green' } })
  await expect(again).rejects.toMatchObject({ reason: 'unique' })
  await unique.close()
})

test('opened again with the same declarations, the schema is left alone', async () => {
  const everything = { collections: everyCollection }
  const version = () => withOther((db) => db.pragma('schema_version', { simple: true }))
  await open(everything).close()
  const first = version()
  await open(everything).close()
  expect(version()).toBe(first)
})

test('what another process writes is seen, and told to listeners', async () => {
  const [server, command] = [open(), open()]
  const told = new Promise<void>((resolve) => server.onForeignChange(resolve))
  await server.forMerchant('mer_1', 'live').write(thing)
  await command.forMerchant('mer_1', 'live').write({ update: things, id: 't', changes: { set: { at: 2 } } })
  expect(await server.forMerchant('mer_1', 'live').get(things, 't')).toMatchObject({ at: 2 })
  await told
  expect(await server.status()).toMatchObject({ kind: 'sqlite', state: 'ok' })
  await Promise.all([server.close(), command.close()])
  expect(await server.status()).toMatchObject({ state: 'down' })
})

test('while another process holds the file, a write is refused whole; afterwards it goes through', async () => {
  const store = open({ busyTimeoutMs: 20 })
  const documents = store.forMerchant('mer_1', 'live')
  await documents.write(thing)
  const other = new Database(place.file)
  other.exec('BEGIN IMMEDIATE')
  await expect(documents.write({ insert: things, document: { id: 'u' } })).rejects.toThrow(StoreUnavailable)
  await expect(store.forMerchant('mer_2', 'live').write(thing)).rejects.toThrow(StoreUnavailable)
  expect(await documents.get(things, 't')).toEqual(thing.document)
  other.exec('ROLLBACK')
  other.close()
  expect(await documents.get(things, 'u')).toBeUndefined()
  await documents.write({ insert: things, document: { id: 'u' } })
  await store.close()
})

test('what waits when the store is closed is committed first', async () => {
  const store = open()
  const writing = store.forMerchant('mer_1', 'live').write(thing)
  await Promise.resolve()
  await store.close()
  await writing
  const again = open()
  expect(await again.forMerchant('mer_1', 'live').get(things, 't')).toEqual(thing.document)
  await again.close()
})

test('the file is written ahead, fully synced', async () => {
  const store = open()
  await store.forMerchant('mer_1', 'live').write(thing)
  expect(withOther((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal')
  expect(existsSync(`${place.file}-wal`)).toBe(true)
  await store.close()
})
