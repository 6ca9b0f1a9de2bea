import { withServer } from '../../../testing/servers.ts'
import { Conflict, type DocumentStore } from '../port.ts'
import { everyCollection, notes, orders, profiles } from '../testing/fixtures.ts'
import { createMongoPlace } from '../testing/mongo-place.ts'
import { createRandomKeySealer } from '../testing/random-key-sealer.ts'
import { openMongo } from './open-mongo.ts'

type MongoPlace = Awaited<ReturnType<typeof createMongoPlace>>

// The machine may be busy, and time proves nothing here.
jest.setTimeout(60_000)

withServer('mongodb', 'two stores on one MongoDB', (address) => {
  let place: MongoPlace
  let stores: readonly [DocumentStore, DocumentStore]
  let now = Date.UTC(2026, 10, 22)

  beforeAll(async () => {
    place = await createMongoPlace(address)
    const options = { uri: place.uri, sealer: createRandomKeySealer(), clock: () => now, collections: everyCollection }
    stores = await Promise.all([openMongo(options), openMongo(options)])
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await place.remove()
  })

  const doors = () => stores.map((store) => store.forMerchant('mer_1', 'live'))
  const fromBoth = <T>(
    count: number,
    work: (documents: ReturnType<DocumentStore['forMerchant']>, at: number) => Promise<T>,
  ) =>
    Promise.all(
      doors().flatMap((documents, store) => Array.from({ length: count }, (_, at) => work(documents, 2 * at + store))),
    )

  test('of many claims of one value exactly one is taken', async () => {
    const outcomes = await Promise.allSettled(
      doors().flatMap((documents, store) =>
        Array.from({ length: 100 }, (_, at) =>
          documents.write({ insert: orders, document: { id: `claim_${store}_${at}`, claim: 'one' } }),
        ),
      ),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(refused).toHaveLength(199)
    for (const reason of refused) {
      expect(reason).toBeInstanceOf(Conflict)
      expect(reason).toMatchObject({ reason: 'unique', index: ['claim'] })
    }
  })

  test('a sealed body that both change loses no change', async () => {
    const [one] = doors()
    await one?.write({ insert: orders, document: { id: 'counted', n: 0 } })
    await fromBoth(40, (documents) =>
      documents.write({ update: orders, id: 'counted', changes: { inc: { n: 1, amount: 2 } } }),
    )
    expect(await one?.get(orders, 'counted')).toEqual({ id: 'counted', n: 80, amount: 160 })
  })

  test('both push into one ring that is not there yet: every event is in it once', async () => {
    const [one] = doors()
    await fromBoth(5, (documents, at) =>
      documents.write({ insert: orders, document: { id: `pushing_${at}` } }, [
        { touch: profiles, id: 'hot', changes: { push: { id: `e${at % 5}`, at: at % 5 } } },
      ]),
    )
    const profile = await one?.get(profiles, 'hot')
    const events = profile?.['events'] as readonly { readonly id: string }[]
    expect(events.map(({ id }) => id)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4'])
  })

  test('sweeps beside living writers change nothing', async () => {
    const [one] = doors()
    const sweeps = Promise.all(stores.flatMap((store) => Array.from({ length: 3 }, () => store.sweep())))
    await fromBoth(50, (documents, at) =>
      documents.write({ insert: orders, document: { id: `swept_${at}` } }, [
        { touch: notes, id: 'all', changes: { addToSet: { seen: { values: [at], atMost: 200 } }, max: { last: at } } },
      ]),
    )
    await sweeps
    const note = await one?.get(notes, 'all')
    expect(new Set(note?.['seen'] as number[])).toEqual(new Set(Array.from({ length: 100 }, (_, at) => at)))
    expect(note?.['last']).toBe(99)
  })

  test('a head that is removed while its followers wait applies them first', async () => {
    const [documents] = doors()
    const rows = place.database.collection<{ _id: string }>('orders')
    const store = await openMongo({
      uri: place.uri,
      sealer: createRandomKeySealer(),
      clock: () => now,
      collections: everyCollection.map((declared) => ({ ...declared, sealed: false })),
      probe: () => {
        throw new Error('The process died here.')
      },
    })
    const dying = store
      .forMerchant('mer_1', 'live')
      .write({ insert: notes, document: { id: 'waits' } }, [{ insert: notes, document: { id: 'came with it' } }])
    await expect(dying).rejects.toThrow('died')
    await documents?.write({ remove: notes, id: 'waits' })
    expect(await documents?.get(notes, 'waits')).toBeUndefined()
    expect(await documents?.get(notes, 'came with it')).toEqual({ id: 'came with it' })
    expect(await rows.countDocuments({ w: { $exists: true } })).toBe(0)
    await store.close()
  })

  test('once a batch is through, its followers leave the head', async () => {
    const store = await openMongo({
      uri: place.uri,
      sealer: createRandomKeySealer(),
      clock: () => now,
      collections: everyCollection,
    })
    const documents = store.forMerchant('mer_2', 'live')
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        documents.write({ upsert: notes, id: 'head', create: { id: 'head' }, changes: { max: { last: at } } }, [
          { touch: notes, id: 'follower', changes: { max: { last: at } } },
        ]),
      ),
    )
    await store.close()
    const rows = place.database.collection<{ _id: string }>('notes')
    const head = await rows.findOne({ _id: 'mer_2/live/head' })
    expect(head).toMatchObject({ f: { last: 19 } })
    // Two that leave at once may both find the other there: what is left is an empty list, for the sweep.
    expect(head).not.toHaveProperty('p.0')
    const [one] = stores
    await one.sweep()
    expect(await rows.countDocuments({ w: { $exists: true } })).toBe(0)
  })

  test('a lease has one holder, ends by its time and is free after its release', async () => {
    const [one, two] = stores
    const held = await one.lease('job', 10_000)
    expect(held).toBeDefined()
    expect(await two.lease('job', 10_000)).toBeUndefined()
    now += 9_000
    expect(await held?.renew()).toBe(true)
    now += 9_000
    expect(await two.lease('job', 10_000)).toBeUndefined()
    now += 1_001
    const taken = await two.lease('job', 10_000)
    expect(taken).toBeDefined()
    expect(await held?.renew()).toBe(false)
    await held?.release()
    expect(await one.lease('job', 10_000)).toBeUndefined()
    await taken?.release()
    expect(await one.lease('job', 10_000)).toBeDefined()
  })
})
