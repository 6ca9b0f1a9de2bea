import { hashOf } from './hash.ts'
import { now } from './page-time.ts'
import { run } from './run.ts'

const soon = () => now() + 300

test('takes answers at once, later, and in two steps, and keeps the order in which it asked', async () => {
  const { values } = await run(
    { later: () => Promise.resolve(2), atOnce: () => 1, twoSteps: () => () => Promise.resolve(3) },
    soon(),
  )
  expect(Object.entries(values)).toEqual([
    ['later', 2],
    ['atOnce', 1],
    ['twoSteps', 3],
  ])
})

test('a source that throws, rejects, hangs or cannot be finished has no answer, and the others do', async () => {
  const fails = (): never => {
    throw new Error('blocked')
  }
  const { values } = await run(
    {
      throws: fails,
      rejects: () => Promise.reject(new Error('blocked')),
      hangs: () => new Promise(() => undefined),
      lies: () => ({ toJSON: fails }),
      works: () => 'fine',
    },
    now() + 50,
    hashOf,
  )
  expect(values).toEqual({
    throws: undefined,
    rejects: undefined,
    hangs: undefined,
    lies: undefined,
    works: hashOf('fine'),
  })
})

test('asks nobody once the time is up', async () => {
  let asked = 0
  const { values } = await run({ one: () => (asked += 1) }, now() - 1)
  expect(asked).toBe(0)
  expect(values).toEqual({ one: undefined })
})

test('gives the page a turn between two sources', async () => {
  const story: string[] = []
  const page = new Promise<void>((resolve) => {
    setImmediate(() => {
      story.push('page')
      resolve()
    })
  })
  await run({ one: () => story.push('one'), two: () => story.push('two'), three: () => story.push('three') }, soon())
  await page
  expect(story.indexOf('page')).toBeLessThan(story.indexOf('three'))
})

test('hashes are 128 bits, and nothing has none', () => {
  expect(hashOf({ a: [1, 'ü'] })).toMatch(/^[0-9a-f]{32}$/)
  expect(hashOf('a')).not.toBe(hashOf('b'))
  expect(hashOf(undefined)).toBeUndefined()
})
