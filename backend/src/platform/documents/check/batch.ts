import type { Collection } from '../collection.ts'
import { InvalidDocument, Misuse } from '../errors.ts'
import type { Changes, Follower, Head } from '../port.ts'
import { checkChanges } from './changes.ts'
import { checkDocument, checkId } from './document.ts'
import { parseWhere } from './where.ts'

type Write = Head | Follower

export const collectionOf = (write: Write): Collection => {
  if ('insert' in write) return write.insert
  if ('update' in write) return write.update
  if ('upsert' in write) return write.upsert
  if ('remove' in write) return write.remove
  return write.touch
}

const checkGuarded = (write: Write): void => {
  const collection = collectionOf(write)
  if (collection.appendOnly === true && !('insert' in write)) {
    throw new Misuse(`${collection.name} is append-only: it takes inserts and nothing else.`)
  }
}

const checkHead = (head: Head): void => {
  checkGuarded(head)
  const collection = collectionOf(head)
  if ('insert' in head) {
    checkDocument(collection, head.document)
    return
  }
  checkId(collection, head.id)
  if (head.expect) parseWhere(collection, head.expect)
  if ('changes' in head) checkChanges(collection, head.changes)
  if (!('create' in head)) return
  checkDocument(collection, head.create)
  if (head.create.id !== head.id) throw new InvalidDocument(`${collection.name}: an upsert creates the id it names.`)
}

const repeatable: ReadonlySet<string> = new Set(['min', 'max', 'addToSet', 'push'] satisfies (keyof Changes)[])

/** An order pushes one event into many profiles: the same changes are looked at once. */
type Seen = Map<unknown, Collection>

const checkFollower = (follower: Follower, seen: Seen): void => {
  checkGuarded(follower)
  const collection = collectionOf(follower)
  if ('insert' in follower) {
    checkDocument(collection, follower.document)
    // Once the head is durable, nobody is left to be told of a clash.
    if (collection.indexes?.some(({ unique }) => unique)) {
      throw new Misuse(`${collection.name} has a unique index: it takes heads, not followers that insert.`)
    }
    return
  }
  checkId(collection, follower.id)
  if (!('touch' in follower) || seen.get(follower.changes) === collection) return
  seen.set(follower.changes, collection)
  checkChanges(collection, follower.changes)
  for (const operator of Object.keys(follower.changes)) {
    if (!repeatable.has(operator)) throw new Misuse(`${collection.name}: a follower cannot ${operator}.`)
  }
}

/** On one engine followers ride in their head until they are applied, so it must stay, and let go of them again. */
const checkCarries = (head: Head): void => {
  if ('remove' in head) throw new Misuse('A removing head has no followers.')
  const { appendOnly, name } = collectionOf(head)
  if (appendOnly === true) throw new Misuse(`${name} is append-only: its documents follow, they are not followed.`)
}

/** What both engines refuse before they write. */
export const checkBatch = (head: Head, followers: readonly Follower[]): void => {
  checkHead(head)
  if (followers.length > 0) checkCarries(head)
  const seen: Seen = new Map()
  for (const follower of followers) checkFollower(follower, seen)
}
