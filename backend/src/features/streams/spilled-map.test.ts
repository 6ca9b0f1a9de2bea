import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { openSpillFile } from './spill-file.ts'
import { createSpilledMap } from './spilled-map.ts'

const folder = mkdtempSync(join(tmpdir(), 'goodfaith-aside-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const open = () => {
  const file = openSpillFile(join(folder, 'aside'))
  const map = createSpilledMap<string[]>({
    ...{ file, hot: 4 },
    write: (value) => value,
    read: (written) => written as string[],
  })
  return { file, map }
}

test('a map on disk holds what a map in memory holds', () => {
  const step = fc.record({ key: fc.nat({ max: 40 }), text: fc.string({ unit: 'binary' }), rest: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const { file, map } = open()
      const known = new Map<string, string[]>()
      for (const { key: number, text, rest } of steps) {
        const key = `email:${number}`
        expect(map.get(key)).toEqual(known.get(key))
        known.set(key, [...(known.get(key) ?? []), text])
        const value = map.get(key)
        if (value) value.push(text)
        else map.set(key, [text])
        if (rest) map.rest()
      }
      for (const [key, value] of known) expect(map.get(key)).toEqual(value)
      file.close()
    }),
    { numRuns: 30 },
  )
})

test('many keys, and values longer than any buffer, come back', () => {
  const { file, map } = open()
  const long = 'ä'.repeat(1_500_000)
  map.set('long', [long])
  for (let key = 0; key < 6_000; key += 1) {
    map.set(`key ${key}`, ['x'.repeat(key % 3_000), String(key)])
    map.rest()
  }
  expect(map.get('long')).toEqual([long])
  for (let key = 0; key < 6_000; key += 1) {
    expect(map.get(`key ${key}`)?.[1]).toBe(String(key))
    map.rest()
  }
  file.close()
})
