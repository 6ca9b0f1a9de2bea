import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** A claim and when it ends; 0 says that it was released. */
export type ClaimLine = readonly [name: string, expiresAt: number]

export interface ClaimLog {
  /** The lines that were there at the start, oldest first. */
  readonly replayed: readonly ClaimLine[]
  /** One write for all lines. It survives the process at once, and a loss of power within a second. */
  append(lines: readonly ClaimLine[], now: number): void
  close(): void
}

interface Segment {
  readonly path: string
  lastExpiry: number
}

/** A segment takes ten minutes of claims, the life of a nonce: at most two or three are kept, and none is ever rewritten. */
const segmentMs = 600_000
const syncEveryMs = 1_000
const segmentName = /^\d{13}\.claims$/

/** A torn last line, all that a crash can leave, was never answered: it is skipped. */
const parseLine = (text: string): ClaimLine | undefined => {
  try {
    const [name, expiresAt] = JSON.parse(text) as [unknown, unknown]
    return typeof name === 'string' && typeof expiresAt === 'number' ? [name, expiresAt] : undefined
  } catch {
    return undefined
  }
}

const readSegment = (path: string): ClaimLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(parseLine)
    .filter((line) => line !== undefined)

const lastExpiryOf = (lines: readonly ClaimLine[], floor: number): number =>
  lines.reduce((latest, [, expiresAt]) => Math.max(latest, expiresAt), floor)

/** Append-only segments in a folder; a segment goes once everything in it has expired. */
export const openClaimLog = (folder: string, startedAt: number): ClaimLog => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const replayed: ClaimLine[] = []
  let segments: Segment[] = []
  const names = readdirSync(folder).filter((name) => segmentName.test(name))
  for (const name of names.sort()) {
    const path = join(folder, name)
    const lines = readSegment(path)
    segments.push({ path, lastExpiry: lastExpiryOf(lines, 0) })
    for (const line of lines) replayed.push(line)
  }

  let number = Number.parseInt(names.at(-1) ?? '0', 10)
  let file = -1
  let current: Segment = { path: '', lastExpiry: 0 }
  let openedAt = 0
  let dirty = false

  const startSegment = (now: number): void => {
    for (const over of segments.filter(({ lastExpiry }) => lastExpiry <= now)) rmSync(over.path, { force: true })
    segments = segments.filter(({ lastExpiry }) => lastExpiry > now)
    // Names sort in the order of writing, also when the clock was set back.
    number = Math.max(now, number + 1)
    const path = join(folder, `${String(number).padStart(13, '0')}.claims`)
    const opened = openSync(path, 'a', 0o600)
    if (file !== -1) {
      fdatasyncSync(file)
      closeSync(file)
    }
    file = opened
    current = { path, lastExpiry: 0 }
    segments.push(current)
    openedAt = now
  }

  const syncing = setInterval(() => {
    if (!dirty) return
    dirty = false
    fdatasync(file, () => undefined)
  }, syncEveryMs)
  syncing.unref()

  startSegment(startedAt)
  return {
    replayed,
    append: (lines, now) => {
      if (now - openedAt >= segmentMs) startSegment(now)
      // Each line begins with its line break: one torn by a full disk must not swallow the next.
      writeSync(file, lines.map((line) => `\n${JSON.stringify(line)}`).join(''))
      current.lastExpiry = lastExpiryOf(lines, current.lastExpiry)
      dirty = true
    },
    close: () => {
      clearInterval(syncing)
      fdatasyncSync(file)
      closeSync(file)
      // The number of a closed file may soon be somebody else's: a socket, or the database.
      file = -1
    },
  }
}
