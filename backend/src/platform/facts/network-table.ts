import { createReadStream } from 'node:fs'

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

/**
 * Reads `start,end,network,name` lines into typed arrays, a piece at a time, so that requests are answered meanwhile.
 * `read` turns the text of an address into its place on the line of numbers.
 */
export const readNetworkTable = async (file: string, read: (address: string) => number): Promise<NetworkTable> => {
  let columns = createColumns(1 << 17)
  let size = 0
  let rest = ''
  const add = (line: string): void => {
    const [start, end, network] = line.split(',', 3)
    if (!start || !end || !network) return
    if (size === columns.starts.length) columns = grown(columns)
    columns.starts[size] = read(start)
    columns.ends[size] = read(end)
    columns.networks[size] = Number(network)
    size += 1
  }
  for await (const piece of createReadStream(file, { encoding: 'latin1', highWaterMark: 1 << 17 })) {
    const lines = (rest + String(piece)).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(add)
  }
  add(rest)
  return createTable(columns, size)
}
