import { applyChanges } from '../apply-changes.ts'
import type { Collection, Document, Json } from '../collection.ts'
import type { Changes } from '../port.ts'
import { completeEvent, idOf, keepNewest, timeOf, type RingEvent } from '../ring.ts'

/** Told when a push came from before the ring was folded: should never happen. */
export type LatePush = (collection: string) => void

const pushed = (collection: Collection, values: Record<string, Json>, push: unknown, latePush: LatePush): void => {
  const { ring } = collection
  if (!ring) return
  const event = completeEvent(ring, push)
  const foldedTo = values[ring.foldedTo]
  if (typeof foldedTo === 'number' && timeOf(ring, event) <= foldedTo) {
    latePush(collection.name)
    return
  }
  const events = (values[ring.field] ?? []) as readonly RingEvent[]
  if (events.some((present) => idOf(ring, present) === idOf(ring, event))) return
  values[ring.field] = keepNewest(ring, [...events, event])
}

const folded = ({ ring }: Collection, values: Record<string, Json>, fold: NonNullable<Changes['fold']>): void => {
  const events = ring && (values[ring.field] as readonly RingEvent[] | undefined)
  if (!ring || !events) return
  values[ring.field] = events.filter((event) => !fold.ids.includes(idOf(ring, event)))
}

/** The document as the changes leave it: what the server's own operators do, for where they cannot reach. */
export const changeDocument = (
  collection: Collection,
  document: Document,
  { push, fold, ...changes }: Changes,
  latePush: LatePush,
): Document => {
  const values = Object.assign(Object.create(null) as Record<string, Json>, document)
  const { ring } = collection
  const max = ring && fold ? { ...changes.max, [ring.foldedTo]: fold.to } : changes.max
  applyChanges(values, { ...changes, ...(max ? { max } : {}) })
  if (fold) folded(collection, values, fold)
  if (push) pushed(collection, values, push, latePush)
  return { ...values, id: document.id }
}
