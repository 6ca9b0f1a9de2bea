import Database from 'better-sqlite3'
import { fixedClock } from '../testing/fixed-clock.ts'
import { orders, profiles } from '../testing/fixtures.ts'
import { createRandomKeySealer } from '../testing/random-key-sealer.ts'
import { createSqlitePlace } from '../testing/sqlite-place.ts'
import { openSqlite } from './open-sqlite.ts'

let place: Awaited<ReturnType<typeof createSqlitePlace>>
beforeEach(async () => {
  place = await createSqlitePlace()
})
afterEach(() => place.remove())

const options = () => ({
  file: place.file,
  sealer: createRandomKeySealer(),
  clock: fixedClock,
  collections: [orders, profiles],
})

test('packed documents whose hashes collide stay apart, also when one of them goes', async () => {
  const store = openSqlite({ ...options(), hash: () => 12 })
  const [documents, foreign] = [store.forMerchant('mer_1', 'live'), store.forMerchant('mer_1', 'test')]
  const push = (id: string, at: number) =>
    documents.write({ upsert: orders, id: 'o', create: { id: 'o' }, changes: {} }, [
      { touch: profiles, id, changes: { push: { id: `${id}${at}`, at } } },
    ])
  for (const id of ['a', 'b', 'c', 'd']) await push(id, 1)
  await foreign.write({ insert: profiles, document: { id: 'a', of: 'test' } })
  await documents.write({ remove: profiles, id: 'b' })
  for (const id of ['a', 'c', 'd']) await push(id, 2)
  for (const id of ['a', 'c', 'd']) {
    expect(await documents.get(profiles, id)).toMatchObject({ id, events: [{ id: `${id}1` }, { id: `${id}2` }] })
  }
  expect(await documents.get(profiles, 'b')).toBeUndefined()
  expect(await foreign.get(profiles, 'a')).toEqual({ id: 'a', of: 'test' })
  await expect(push('e', 1)).rejects.toThrow('all places of one hash are taken')
  await store.close()
})

test('a sealed body that was moved to another document, merchant or mode does not open', async () => {
  const store = openSqlite(options())
  const live = store.forMerchant('mer_1', 'live')
  await live.write({ insert: orders, document: { id: 'mine', text: 'mine' } })
  await live.write({ insert: orders, document: { id: 'moved', text: 'x' } })
  await store.forMerchant('mer_1', 'test').write({ insert: orders, document: { id: 'mine', text: 'x' } })
  await store.forMerchant('mer_2', 'live').write({ insert: orders, document: { id: 'mine', text: 'x' } })
  const other = new Database(place.file)
  other.exec(`UPDATE orders SET body = (SELECT body FROM orders WHERE key = 1)`)
  other.close()
  expect(await live.get(orders, 'mine')).toEqual({ id: 'mine', text: 'mine' })
  await expect(live.get(orders, 'moved')).rejects.toThrow()
  await expect(store.forMerchant('mer_1', 'test').get(orders, 'mine')).rejects.toThrow()
  await expect(store.forMerchant('mer_2', 'live').get(orders, 'mine')).rejects.toThrow()
  await store.close()
})

test('a change of declared fields alone leaves the sealed body as it lies', async () => {
  const store = openSqlite(options())
  const documents = store.forMerchant('mer_1', 'live')
  const bodyOf = () => {
    const other = new Database(place.file, { readonly: true })
    const body: unknown = other.prepare('SELECT body FROM orders').pluck().get()
    other.close()
    return body
  }
  await documents.write({ insert: orders, document: { id: 'o', at: 1, text: 'x' } })
  const before = bodyOf()
  await documents.write({ update: orders, id: 'o', changes: { set: { status: 'done' }, inc: { at: 1 } } })
  expect(bodyOf()).toEqual(before)
  await documents.write({ update: orders, id: 'o', changes: { set: { text: 'y' } } })
  expect(bodyOf()).not.toEqual(before)
  await store.close()
})

test('batches of one turn share one commit: once one is acknowledged, all of them can be read elsewhere', async () => {
  const store = openSqlite(options())
  const documents = store.forMerchant('mer_1', 'live')
  await documents.write({ insert: orders, document: { id: 'first' } })
  const other = new Database(place.file, { readonly: true })
  const count = other.prepare('SELECT count(*) FROM orders').pluck()
  const seen = await Promise.all(
    Array.from({ length: 30 }, async (_, at) => {
      await documents.write({ insert: orders, document: { id: `o${at}` } })
      return count.get()
    }),
  )
  expect(new Set(seen)).toEqual(new Set([31]))
  other.close()
  await store.close()
})
