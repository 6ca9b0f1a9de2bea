import type { Json, Ring } from '../collection.ts'
import { compareEvents, idOf, keepNewest, timeOf, type RingEvent } from '../ring.ts'

/**
 * Events as one text, oldest first: each a flat JSON list on a line of its own. JSON writes no line feed of its own, so
 * "line feed, bracket, id" finds an event without parsing, and the usual push is a search and an append.
 */
export type RingText = string

const writeLine = (ring: Ring, event: RingEvent): string => {
  const values = ring.columns.map((column) => event[column] ?? null)
  while (values.at(-1) === null) values.pop()
  return `\n${JSON.stringify(values)}`
}

/** One order is one event in each of its profiles: its line is written once. */
const lines = new WeakMap<RingEvent, { readonly ring: Ring; readonly line: string }>()
const lineOf = (ring: Ring, event: RingEvent): string => {
  const known = lines.get(event)
  if (known?.ring === ring) return known.line
  const line = writeLine(ring, event)
  lines.set(event, { ring, line })
  return line
}

/** Ring columns are plain names (checked at start), so none of them reaches a prototype. */
const eventOf = (columns: Ring['columns'], row: readonly Json[]): RingEvent => {
  const event: Record<string, Json> = {}
  for (let at = 0; at < columns.length; at += 1) event[columns[at] ?? ''] = row[at] ?? null
  return event
}

export const readRing = ({ columns }: Ring, text: RingText | null): RingEvent[] => {
  if (text === null || text === '') return []
  const rows = JSON.parse(`[${text.slice(1).replaceAll('\n', ',')}]`) as Json[][]
  return rows.map((row) => eventOf(columns, row))
}

export const writeRing = (ring: Ring, events: readonly RingEvent[]): RingText =>
  keepNewest(ring, events)
    .map((event) => lineOf(ring, event))
    .join('')

/** The usual line is compared as written: id and time stand first, and an id without escapes sorts as it stands. */
const isAfterLast = (ring: Ring, text: RingText, event: RingEvent): boolean => {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  const id = idOf(ring, event)
  if (line.includes('\\') || JSON.stringify(id).includes('\\')) {
    return readRing(ring, `\n${line}`).every((last) => compareEvents(ring)(last, event) <= 0)
  }
  const idEnd = line.indexOf('",', 2)
  const [time = ''] = line.slice(idEnd + 2, -1).split(',', 1)
  const later = timeOf(ring, event) - Number(time)
  return later > 0 || (later === 0 && line.slice(2, idEnd) < id)
}

const countLines = (text: RingText): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

export const pushEvent = (ring: Ring, text: RingText | null, event: RingEvent): RingText => {
  if (text === null || text === '') return lineOf(ring, event)
  const id = JSON.stringify(idOf(ring, event))
  if (text.includes(`\n[${id},`)) return text
  if (!isAfterLast(ring, text, event)) return writeRing(ring, [...readRing(ring, text), event])
  const pushed = text + lineOf(ring, event)
  return countLines(pushed) > ring.keep ? pushed.slice(pushed.indexOf('\n', 1)) : pushed
}

export const foldEvents = (ring: Ring, text: RingText | null, ids: readonly string[]): RingText => {
  const folded = new Set(ids)
  return writeRing(
    ring,
    readRing(ring, text).filter((event) => !folded.has(idOf(ring, event))),
  )
}

/** A push from before the ring was folded: whatever it would add was counted already. */
export const isFoldedAway = (ring: Ring, event: RingEvent, foldedTo: unknown): boolean =>
  typeof foldedTo === 'number' && timeOf(ring, event) <= foldedTo
