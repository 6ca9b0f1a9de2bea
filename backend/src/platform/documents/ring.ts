import type { Json, Ring } from './collection.ts'
import { InvalidDocument } from './errors.ts'

export type RingEvent = Readonly<Record<string, Json>>

const isEvent = (value: unknown): value is Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every column has a value, so that an event reads the same from every engine; what was not given is null. */
export const completeEvent = (ring: Ring, event: unknown): RingEvent => {
  if (!isEvent(event)) throw new InvalidDocument(`${ring.field}: an event is an object.`)
  const complete: Record<string, Json> = {}
  for (const column of ring.columns) complete[column] = event[column] ?? null
  const [id, at] = ring.columns
  if (typeof complete[id] !== 'string') throw new InvalidDocument(`${ring.field}: an event needs a string as ${id}.`)
  if (!Number.isFinite(complete[at])) throw new InvalidDocument(`${ring.field}: an event needs a time as ${at}.`)
  for (const name of Object.keys(event)) {
    if (!ring.columns.includes(name)) throw new InvalidDocument(`${ring.field}: ${name} is not a column of it.`)
  }
  return complete
}

export const idOf = ({ columns: [column] }: Ring, event: RingEvent): string => {
  const id = event[column]
  return typeof id === 'string' ? id : ''
}
export const timeOf = ({ columns: [, at] }: Ring, event: RingEvent): number => Number(event[at])

/** Oldest first, ties by id: the order in which events leave a full ring, whatever order they came in. */
export const compareEvents =
  (ring: Ring) =>
  (one: RingEvent, other: RingEvent): number =>
    timeOf(ring, one) - timeOf(ring, other) || (idOf(ring, one) < idOf(ring, other) ? -1 : 1)

/** The newest events that the ring holds, each id once. */
export const keepNewest = (ring: Ring, events: readonly RingEvent[]): readonly RingEvent[] => {
  const once = new Map(events.map((event) => [idOf(ring, event), event]))
  return [...once.values()].sort(compareEvents(ring)).slice(-ring.keep)
}
