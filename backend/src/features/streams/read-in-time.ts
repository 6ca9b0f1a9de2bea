import { closeSync, openSync, readSync } from 'node:fs'
import { createColumn } from './column.ts'
import { BrokenLine, placeOf } from './stream-line.ts'
import { readLines } from './read-lines.ts'

export interface NumberedText {
  readonly number: number
  readonly text: string
}

export interface BrokenPlace {
  readonly number: number
  readonly problem: string
}

export interface StreamFile {
  readonly lines: number
  /** First and last instant; null when no line could be placed. */
  readonly from: number | null
  readonly to: number | null
  /** Lines whose place in time cannot be told; the first thousand of them. */
  readonly broken: readonly BrokenPlace[]
  readonly brokenLines: number
  /** All other lines in time order; at the same instant orders first, then as in the file. */
  readonly inTime: () => AsyncGenerator<NumberedText>
}

interface Places {
  readonly times: Float64Array
  readonly ranks: Float64Array
  readonly numbers: Float64Array
  readonly offsets: Float64Array
  readonly bytes: Float64Array
}

const compare = ({ times, ranks }: Places, one: number, other: number): number =>
  (times[one] ?? 0) - (times[other] ?? 0) || (ranks[one] ?? 0) - (ranks[other] ?? 0) || one - other

const isInOrder = (places: Places): boolean => {
  for (let at = 1; at < places.times.length; at += 1) if (compare(places, at - 1, at) > 0) return false
  return true
}

async function* sorted(path: string, places: Places): AsyncGenerator<NumberedText> {
  const order = Uint32Array.from(places.times, (_, index) => index).sort((one, other) => compare(places, one, other))
  const file = openSync(path, 'r')
  try {
    for (const place of order) {
      const bytes = Buffer.allocUnsafe(places.bytes[place] ?? 0)
      // The page cache serves this in microseconds; a promise for each of a million lines would cost more.
      readSync(file, bytes, 0, bytes.length, places.offsets[place] ?? 0)
      yield {
        number: places.numbers[place] ?? 0,
        text: bytes
          .toString('utf8')
          .replace(/^\ufeff/, '')
          .trimEnd(),
      }
    }
  } finally {
    closeSync(file)
  }
}

async function* asWritten(path: string, broken: ReadonlySet<number>): AsyncGenerator<NumberedText> {
  for await (const { number, text } of readLines(path)) if (!broken.has(number)) yield { number, text }
}

const mostNamed = 1_000

/**
 * Looks through the file once for the time of each line (40 bytes are kept of it) and then gives the lines in time
 * order. Stores export orders and labels one after the other as often as together.
 */
export const openStream = async (path: string): Promise<StreamFile> => {
  const columns = { times: createColumn(), ranks: createColumn(), numbers: createColumn() }
  const [offsets, sizes] = [createColumn(), createColumn()]
  const broken: BrokenPlace[] = []
  const skipped = new Set<number>()
  let lines = 0
  for await (const { number, offset, bytes, text } of readLines(path)) {
    lines += 1
    try {
      const { at, rank } = placeOf(text)
      columns.times.push(at)
      columns.ranks.push(rank)
      columns.numbers.push(number)
      offsets.push(offset)
      sizes.push(bytes)
    } catch (error) {
      if (!(error instanceof BrokenLine)) throw error
      skipped.add(number)
      if (broken.length < mostNamed) broken.push({ number, problem: error.message })
    }
  }
  const times = columns.times.done()
  const places = {
    ...{ times, ranks: columns.ranks.done(), numbers: columns.numbers.done() },
    ...{ offsets: offsets.done(), bytes: sizes.done() },
  }
  return {
    lines,
    from: times.length === 0 ? null : times.reduce((first, at) => Math.min(first, at), Infinity),
    to: times.length === 0 ? null : times.reduce((last, at) => Math.max(last, at), -Infinity),
    broken,
    brokenLines: skipped.size,
    inTime: () => (isInOrder(places) ? asWritten(path, skipped) : sorted(path, places)),
  }
}
