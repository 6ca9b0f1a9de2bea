import { eventually } from '../../testing/eventually.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { createCached } from './cached.ts'
import { createChangeFeed, type RunningChangeFeed } from './create-change-feed.ts'
import { openInProcess } from '../ephemeral/in-process.ts'

let house: TestHouse
let elsewhere: RunningChangeFeed
beforeAll(async () => {
  house = await openTestHouse()
  // Another process: the same database, and no message reaches it.
  const ephemeral = openInProcess({ clock: Date.now })
  elsewhere = await createChangeFeed({ documents: house.foundation.documents, ephemeral, failed: () => undefined })
})
afterAll(async () => {
  await elsewhere.stop()
  await house.remove()
})

test('what is cached is forgotten here at once, and elsewhere although the message is lost', async () => {
  let value = 'old'
  const load = () => Promise.resolve(value)
  const here = createCached({ changes: house.foundation.changes, load })
  const there = createCached({ changes: elsewhere, load })
  expect([await here('key'), await there('key')]).toEqual(['old', 'old'])
  value = 'new'
  expect([await here('key'), await there('key')]).toEqual(['old', 'old'])
  await house.foundation.changes.announce()
  expect(await here('key')).toBe('new')
  await eventually(async () => (await there('key')) === 'new')
})

test('a failed load is asked again', async () => {
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
})
