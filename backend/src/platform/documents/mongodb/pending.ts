import { randomBytes } from 'node:crypto'
import { collectionOf } from '../check/batch.ts'
import type { Follower } from '../port.ts'
import { prepareKey, type Engine } from './engine.ts'
import { shelfOf, type Shelf, type Shelves } from './shelf.ts'
import type { PendingBatch, Tenant } from './stored.ts'

/** How followers are written down: like the port's, with collections by their names. */
type Written =
  | { readonly kind: 'insert'; readonly into: string; readonly document: { readonly id: string } }
  | { readonly kind: 'remove'; readonly into: string; readonly id: string }
  | { readonly kind: 'touch'; readonly into: string; readonly id: string; readonly changes: object }

const write = (follower: Follower): Written => {
  const into = collectionOf(follower).name
  if ('insert' in follower) return { kind: 'insert', into, document: follower.document }
  if ('remove' in follower) return { kind: 'remove', into, id: follower.id }
  return { kind: 'touch', into, id: follower.id, changes: follower.changes }
}

const read = (shelves: Shelves, written: Written): Follower => {
  const { collection } = shelfOf(shelves, { name: written.into })
  if (written.kind === 'insert') return { insert: collection, document: written.document }
  if (written.kind === 'remove') return { remove: collection, id: written.id }
  return { touch: collection, id: written.id, changes: written.changes }
}

/** Not the place of the body itself: a batch cannot be passed off as a document. */
const placeOf = ({ collection }: Shelf, tenant: Tenant | null, id: string) => ({
  collection: `${collection.name}.followers`,
  id,
  merchantId: tenant?.merchantId ?? null,
  mode: tenant?.mode ?? null,
})

/** Followers as they ride in their head: sealed as soon as anything they carry, or their head, is. */
export const writeBatch = async (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  id: string,
  followers: readonly Follower[],
): Promise<PendingBatch | undefined> => {
  if (followers.length === 0) return undefined
  const bytes = Buffer.from(JSON.stringify(followers.map(write)))
  const sealed = [shelf.collection, ...followers.map(collectionOf)].some((collection) => collection.sealed === true)
  if (sealed) await prepareKey(engine, tenant)
  const body = sealed ? engine.sealer.seal(placeOf(shelf, tenant, id), bytes) : bytes
  return { i: randomBytes(9).toString('base64url'), b: body, sealed }
}

/** The sealing key of the tenant must be prepared. */
export const readBatch = (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  id: string,
  { b, sealed }: PendingBatch,
): readonly Follower[] => {
  const bytes = sealed ? engine.sealer.open(placeOf(shelf, tenant, id), b) : b
  const written = JSON.parse(Buffer.from(bytes).toString()) as Written[]
  return written.map((follower) => read(engine.shelves, follower))
}
