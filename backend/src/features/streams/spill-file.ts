import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

/** Lines that were laid aside, each by its place. */
export interface SpillFile {
  /** `line` holds no line end. Returns its place. */
  readonly append: (line: string) => number
  readonly read: (place: number) => string
  readonly close: () => void
}

const bufferBytes = 1 << 20
const usualBytes = 1_024
/** Lines begin at multiples of it, so that a place of 32 bits reaches 64 GB. */
const stepBytes = 16
const lineEnd = 0x0a

const stepped = (bytes: number): number => Math.ceil(bytes / stepBytes) * stepBytes

/** Windows keeps the name of an open file: there it goes with `close`. */
const removeName = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {
    // Still open there.
  }
}

/** A file without a name: whatever ends the program, nothing of it stays. */
export const openSpillFile = (path: string): SpillFile => {
  const file = openSync(path, 'w+', 0o600)
  removeName(path)
  const waiting = Buffer.alloc(bufferBytes)
  let page = Buffer.alloc(usualBytes)
  let written = 0
  let filled = 0

  const flush = (): void => {
    for (let at = 0; at < filled;) at += writeSync(file, waiting, at, filled - at, written + at)
    written += filled
    filled = 0
  }

  const writeLong = (line: string): void => {
    flush()
    const bytes = Buffer.alloc(stepped(Buffer.byteLength(line) + 1), lineEnd)
    bytes.write(line)
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, written + at)
    written += bytes.length
  }

  const lineFrom = (offset: number, bytes = usualBytes): string => {
    if (page.length < bytes) page = Buffer.alloc(bytes)
    const got = readSync(file, page, 0, bytes, offset)
    const end = page.subarray(0, got).indexOf(lineEnd)
    if (end !== -1) return page.toString('utf8', 0, end)
    if (got < bytes) throw new Error('What a replay had laid aside was cut off.')
    return lineFrom(offset, 4 * bytes)
  }

  return {
    append: (line) => {
      const most = stepped(3 * line.length + 1)
      if (filled + most > bufferBytes) flush()
      const place = (written + filled) / stepBytes
      if (most > bufferBytes) {
        writeLong(line)
        return place
      }
      const end = filled + waiting.write(line, filled)
      filled = stepped(end + 1)
      waiting.fill(lineEnd, end, filled)
      return place
    },
    read: (place) => {
      const offset = place * stepBytes
      if (offset < written) return lineFrom(offset)
      const from = offset - written
      return waiting.toString('utf8', from, waiting.indexOf(lineEnd, from))
    },
    close: () => {
      closeSync(file)
      removeName(path)
    },
  }
}
