import { createReadStream } from 'node:fs'
import type { Cursor } from './table-cursor.ts'
import { readDecimal, skipLine } from './table-cursor.ts'

/** Ranges of addresses, sorted by start, each with the number of the network that announces it. */
export interface NetworkTable {
  /** null: announced by nobody the table knows. */
  find(address: number): number | null
  readonly size: number
}

interface Columns {
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly networks: Uint32Array
}

const createColumns = (length: number): Columns => ({
  starts: new Float64Array(length),
  ends: new Float64Array(length),
  networks: new Uint32Array(length),
})

const grown = ({ starts, ends, networks }: Columns): Columns => {
  const larger = createColumns(starts.length * 2)
  larger.starts.set(starts)
  larger.ends.set(ends)
  larger.networks.set(networks)
  return larger
}

const createTable = ({ starts, ends, networks }: Columns, size: number): NetworkTable => ({
  size,
  find(address) {
    let low = 0
    let high = size - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? Infinity) > address) high = middle - 1
      else if ((ends[middle] ?? -1) < address) low = middle + 1
      else return networks[middle] ?? null
    }
    return null
  },
})

const newline = 10

/**
 * Reads `start,end,network,name` lines into typed arrays, a piece at a time, so that requests are answered meanwhile.
 * `readAddress` reads one address as its place on the line of numbers. Bytes, not texts: half a million lines.
 */
export const readNetworkTable = async (
  file: string,
  readAddress: (cursor: Cursor) => number,
  signal?: AbortSignal,
): Promise<NetworkTable> => {
  let columns = createColumns(1 << 19)
  let size = 0
  const addLines = (bytes: Buffer): void => {
    const cursor = { bytes, at: 0 }
    while (cursor.at < bytes.length) {
      if (size === columns.starts.length) columns = grown(columns)
      columns.starts[size] = readAddress(cursor)
      columns.ends[size] = readAddress(cursor)
      columns.networks[size] = readDecimal(cursor)
      skipLine(cursor)
      size += 1
    }
  }
  let rest = Buffer.alloc(0)
  const pieces = createReadStream(file, { highWaterMark: 1 << 18, ...(signal && { signal }) })
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, piece])
    const end = bytes.lastIndexOf(newline) + 1
    addLines(bytes.subarray(0, end))
    rest = bytes.subarray(end)
  }
  addLines(rest)
  return createTable(columns, size)
}
