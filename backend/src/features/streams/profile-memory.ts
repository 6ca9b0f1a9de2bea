import type { Follower } from '../../platform/documents/port.ts'
import { applyChanges } from '../../platform/documents/apply-changes.ts'
import type { Json } from '../../platform/documents/collection.ts'
import { eventColumns, foldHorizonMs, foldOf, type ProfileDocument } from '../velocity/service.ts'
import type { SpillFile } from './spill-file.ts'
import { createSpilledMap } from './spilled-map.ts'

type StoredEvent = ProfileDocument['events'][number]
type Cell = StoredEvent[keyof StoredEvent] | undefined

/** A profile as it grows: the document of the database, written in place. */
interface Growing {
  readonly id: string
  events: StoredEvent[]
  [name: string]: Json | undefined
}

type Written = readonly [events: readonly (readonly Cell[])[], values: Omit<Growing, 'events'>]

/** In the order of the columns, up to the last that holds something. */
const writeEvent = (event: StoredEvent): readonly Cell[] => {
  const cells = eventColumns.map((column): Cell => event[column])
  while (cells.at(-1) === undefined) cells.pop()
  return cells
}

const readEvent = (cells: readonly Cell[]): StoredEvent => {
  const event: Record<string, Cell> = {}
  for (const [at, column] of eventColumns.entries()) {
    const cell = cells[at]
    if (cell !== undefined && cell !== null) event[column] = cell
  }
  return event as StoredEvent
}

const write = ({ events, ...values }: Growing): Written => [events.map(writeEvent), values]

const read = ([events, values]: Written): Growing => ({ ...values, events: events.map(readEvent) }) as Growing

/** Judgement: some 20 MB of profiles that most orders never ask for again. */
const hotProfiles = 16_384

/** As in the database: the worker folds a ring from here on (features/assessments/gather.ts). */
const fullFrom = 160

export interface ProfileMemory {
  readonly get: (id: string) => ProfileDocument | undefined
  /** The same id as it stands here: what is kept of an order shares it. */
  readonly nameOf: (id: string) => string
  readonly apply: (followers: readonly Follower[], now: number) => void
  /** Lays aside what was not asked for lately. */
  readonly rest: () => void
}

/** What the database does with pushes, in memory. An event is one object, however many profiles hold it. */
export const createProfileMemory = (file?: SpillFile): ProfileMemory => {
  const profiles = createSpilledMap<Growing>({
    file,
    hot: hotProfiles,
    write,
    read: (written) => read(written as Written),
  })

  const profile = (id: string): Growing => {
    const known = profiles.get(id)
    if (known) return known
    const fresh: Growing = { id, events: [] }
    profiles.set(id, fresh)
    return fresh
  }

  /** A stream comes in time order, so what is folded is what stands first. */
  const fold = (growing: Growing, now: number): void => {
    const changes = foldOf(growing, now - foldHorizonMs, now)
    if (!changes) return
    const gone = new Set(changes.fold.ids)
    growing.events = growing.events.filter(({ id }) => !gone.has(String(id)))
    growing['folded_to'] = changes.fold.to
    Object.assign(growing, changes.set)
  }

  return {
    get: profiles.get,
    nameOf: (id) => profiles.get(id)?.id ?? id,
    apply: (followers, now) => {
      for (const follower of followers) {
        if (!('touch' in follower)) continue
        const growing = profile(follower.id)
        const { push, ...values } = follower.changes
        applyChanges(growing as Record<string, Json>, values)
        if (!push) continue
        // Most profiles hold one event for ever; a list that grows by pushing makes room for seventeen.
        if (growing.events.length === 0) growing.events = [push as StoredEvent]
        else growing.events.push(push as StoredEvent)
        if (growing.events.length >= fullFrom) fold(growing, now)
      }
    },
    rest: profiles.rest,
  }
}
