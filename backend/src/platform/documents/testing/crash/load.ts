import type { Documents, DocumentStore, Follower } from '../../port.ts'
import { entries, notes, orders, rides } from '../fixtures.ts'

/** Rings hold 256; spread over so many of them, no round fills one. */
const ridesPerRound = 64
const writers = 16

export type Stage = 'received' | 'scored'
export type Acknowledge = (stage: Stage, id: string) => void

export const ordersOf = (store: DocumentStore): Documents => store.forMerchant('mer_crash', 'live')
export const statusOf = (round: number): string => `round-${round}`
export const rideOf = (round: number, at: number): string => `ride-${round}-${at % ridesPerRound}`
export const entryOf = (stage: Stage, id: string): string => `${stage}-${id}`

const received = (round: number, at: number, id: string): Follower[] => [
  { touch: rides, id: rideOf(round, at), changes: { push: { id, at } } },
  { insert: entries, document: { id: entryOf('received', id), at: round } },
  { touch: notes, id: statusOf(round), changes: { max: { last: at } } },
]
const scored = (round: number, id: string): Follower[] => [
  { insert: entries, document: { id: entryOf('scored', id), at: round } },
  { insert: notes, document: { id: entryOf('scored', id), topic: 'outbox' } },
]

/** Writes orders in two batches each, many at once and without end, and says what was acknowledged. */
export const runLoad = async (store: DocumentStore, round: number, acknowledge: Acknowledge): Promise<void> => {
  const documents = ordersOf(store)
  let next = 0
  const write = async (): Promise<never> => {
    for (;;) {
      const at = next
      next += 1
      const id = `${round}-${at}`
      const document = { id, at, status: statusOf(round), facts: { text: `what was said of ${id}` } }
      await documents.write({ insert: orders, document }, received(round, at, id))
      acknowledge('received', id)
      const changes = { set: { paid: true, verdict: at } }
      await documents.write({ update: orders, id, changes, expect: { paid: null } }, scored(round, id))
      acknowledge('scored', id)
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
}
