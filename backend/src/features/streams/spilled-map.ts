import { createKeyPlaces } from './key-places.ts'
import type { SpillFile } from './spill-file.ts'

/** A map whose least used values are on disk. A value that was got may be changed in place until `rest`. */
export interface SpilledMap<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  /** Lays aside what was not asked for lately. Nobody holds a value now. */
  readonly rest: () => void
}

interface SpillOptions<Value> {
  /** None: everything stays in memory. */
  readonly file: SpillFile | undefined
  /** Values in memory: at least as many as were asked for last, at most twice as many. */
  readonly hot: number
  readonly write: (value: Value) => unknown
  readonly read: (written: unknown) => Value
}

const separator = '\t'

/** Two generations: what is asked for moves to the younger; when that is full, the rest of the older goes to disk. */
export const createSpilledMap = <Value>({ file, hot, write, read }: SpillOptions<Value>): SpilledMap<Value> => {
  const places = createKeyPlaces()
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()

  const fromDisk = (key: string, spill: SpillFile): Value | undefined => {
    const place = places.get(key)
    if (place === undefined) return undefined
    const line = spill.read(place)
    const end = line.indexOf(separator)
    if (end !== key.length || !line.startsWith(key)) throw new Error('Two keys of a replay cannot be told apart.')
    return read(JSON.parse(line.slice(end + 1)))
  }

  return {
    get: (key) => {
      const known = young.get(key)
      if (known !== undefined || !file) return known
      const value = old.get(key) ?? fromDisk(key, file)
      if (value !== undefined) young.set(key, value)
      return value
    },
    set: (key, value) => {
      young.set(key, value)
    },
    rest: () => {
      if (!file || young.size < hot) return
      for (const [key, value] of old) {
        if (!young.has(key)) places.set(key, file.append(`${key}${separator}${JSON.stringify(write(value))}`))
      }
      old = young
      young = new Map()
    },
  }
}
