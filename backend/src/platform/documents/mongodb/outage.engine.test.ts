import { InstallationRefused } from '../../installation/refusal.ts'
import { createCuttableLine } from '../../../testing/cuttable-line.ts'
import { eventually } from '../../../testing/eventually.ts'
import { withServer } from '../../../testing/servers.ts'
import { StoreUnavailable } from '../errors.ts'
import { createMongoPlace } from '../testing/mongo-place.ts'
import { createRandomKeySealer } from '../testing/random-key-sealer.ts'
import { everyCollection, notes, orders } from '../testing/fixtures.ts'
import { openMongo } from './open-mongo.ts'

const open = (uri: string) =>
  openMongo({ uri, sealer: createRandomKeySealer(), clock: () => Date.now(), collections: everyCollection })

test('a start without a reachable server is refused with one sentence that keeps the password', async () => {
  const password = 'hunter2'
  const refused = open(`mongodb://someone:${password}@127.0.0.1:1/goodfaith`)
  await expect(refused).rejects.toThrow(InstallationRefused)
  await expect(refused).rejects.toThrow(
    /^MongoDB at 127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\): start it, or .*\.$/,
  )
  await expect(refused).rejects.not.toThrow(/hunter2/)
})

test('what is no address of MongoDB is refused', async () => {
  await expect(open('mongodb://')).rejects.toThrow(InstallationRefused)
})

withServer('mongodb', 'MongoDB out of reach', (address) => {
  test('says what it is, and what a standalone server cannot promise', async () => {
    const place = await createMongoPlace(address)
    const store = await open(place.uri)
    const { kind, state, version, note } = await store.status()
    expect([kind, state]).toEqual(['mongodb', 'ok'])
    expect(version).toMatch(/^\d+\.\d+\.\d+ \((standalone|replica set|sharded cluster)\)$/)
    expect(version.endsWith('(standalone)')).toBe(note?.includes('lost disk is lost data') ?? false)
    await store.close()
    await place.remove()
  })

  test('lost while running: calls say so, status is down, nothing half is left, and it heals by itself', async () => {
    const place = await createMongoPlace(address)
    const line = await createCuttableLine(place.uri, 27_017)
    const store = await open(line.url)
    const documents = store.forMerchant('mer_1', 'live')
    await documents.write({ insert: orders, document: { id: 'before' } })

    line.cut()
    const calls = [
      documents.get(orders, 'before'),
      documents.find(orders, {}, { limit: 1 }),
      documents.write({ insert: orders, document: { id: 'during' } }),
      documents.write({ update: notes, id: 'n', changes: { set: { topic: 'x' } } }),
      store.lease('job', 1_000),
      store.sweep(),
    ]
    const outcomes = await Promise.allSettled(calls)
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' ? outcome.reason : outcome).toBeInstanceOf(StoreUnavailable)
    }
    expect((await store.status()).state).toBe('down')

    line.mend()
    await eventually(async () => (await store.status()).state === 'ok')
    expect(await documents.get(orders, 'before')).toEqual({ id: 'before' })
    await documents.write({ insert: orders, document: { id: 'after' } })
    await store.close()
    await line.close()
    await place.remove()
  }, 30_000)

  test('lost between head and followers: the caller is told, and a sweep finishes it', async () => {
    const place = await createMongoPlace(address)
    const line = await createCuttableLine(place.uri, 27_017)
    const sealer = createRandomKeySealer()
    let cutAt = Infinity
    const options = { sealer, clock: () => Date.now(), collections: everyCollection }
    const probe = (): void => {
      cutAt -= 1
      if (cutAt === 0) line.cut()
    }
    const store = await openMongo({ ...options, uri: line.url, probe })
    const other = await openMongo({ ...options, uri: place.uri })
    const written = store
      .forMerchant('mer_1', 'live')
      .write({ insert: orders, document: { id: 'head', secret: 'planted' } }, [
        { insert: notes, document: { id: 'follower' } },
      ])
    cutAt = 1
    await expect(written).rejects.toBeInstanceOf(StoreUnavailable)

    const documents = other.forMerchant('mer_1', 'live')
    expect(await documents.get(orders, 'head')).toEqual({ id: 'head', secret: 'planted' })
    expect(await documents.get(notes, 'follower')).toBeUndefined()
    expect(await other.sweep()).toBe(1)
    expect(await documents.get(notes, 'follower')).toEqual({ id: 'follower' })
    expect(await other.sweep()).toBe(0)
    await Promise.all([store.close(), other.close()])
    await line.close()
    await place.remove()
  }, 30_000)
})
