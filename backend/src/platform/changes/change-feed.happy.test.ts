import { createMongoPlace } from '../documents/testing/mongo-place.ts'
import { eventually } from '../../testing/eventually.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { withServer } from '../../testing/servers.ts'
import { createCached } from './cached.ts'
import { revisions } from './create-change-feed.ts'

/** Two processes on one database that share no Redis: no message of the one reaches the other. */
const suite = (open: (folder?: string) => Promise<TestHouse>): void => {
  let house: TestHouse
  let beside: TestHouse
  beforeAll(async () => {
    house = await open()
    beside = await open(house.folder)
  })
  afterAll(async () => {
    await beside.close()
    await house.remove()
  })

  test('what is cached is forgotten here at once, and elsewhere although no message came', async () => {
    let value = 'old'
    const load = () => Promise.resolve(value)
    const here = createCached({ changes: house.foundation.changes, load })
    const there = createCached({ changes: beside.foundation.changes, load })
    expect([await here('key'), await there('key')]).toEqual(['old', 'old'])
    await house.createMerchant()
    value = 'new'
    await house.foundation.changes.announce()
    expect(await here('key')).toBe('new')
    await eventually(async () => (await there('key')) === 'new')
  })

  test('a key that a command revokes is soon unknown to the server beside it', async () => {
    const operator = { type: 'operator', id: null } as const
    const { merchantId, test: keys } = await house.createMerchant()
    const find = () => beside.foundation.apiKeys.find(keys.secretKey)
    await eventually(async () => (await find())?.revoked === false)
    for (const { id } of await house.foundation.apiKeys.list(merchantId)) {
      await house.foundation.apiKeys.revoke(operator, { keyId: id })
    }
    await eventually(async () => (await find())?.revoked !== false)
  })
}

describe('SQLite', () => {
  suite((folder) => openTestHouse(folder === undefined ? {} : { folder }))

  test('nothing is written to be noticed', async () => {
    const house = await openTestHouse()
    await house.foundation.changes.announce()
    const { items } = await house.foundation.documents.operator().find(revisions, {}, { limit: 1, scan: true })
    expect(items).toEqual([])
    await house.remove()
  })
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>> | undefined
  afterAll(() => place?.remove())
  suite(async (folder) => {
    place ??= await createMongoPlace(address)
    return openTestHouse({ env: { DATABASE_URL: place.uri }, ...(folder === undefined ? {} : { folder }) })
  })
})

test('a failed load is asked again', async () => {
  const house = await openTestHouse()
  let calls = 0
  const cached = createCached({
    changes: house.foundation.changes,
    load: () => {
      calls += 1
      return calls === 1 ? Promise.reject(new Error('away')) : Promise.resolve('here')
    },
  })
  await expect(cached('key')).rejects.toThrow('away')
  expect(await cached('key')).toBe('here')
  await house.remove()
})
