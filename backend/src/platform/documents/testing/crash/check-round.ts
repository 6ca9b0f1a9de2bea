import type { Collection, Document } from '../../collection.ts'
import type { Documents, DocumentStore, Where } from '../../port.ts'
import { entries, notes, orders, rides } from '../fixtures.ts'
import { entryOf, ordersOf, rideOf, statusOf, type Stage } from './load.ts'

const readAll = async (documents: Documents, from: Collection, where: Where): Promise<readonly Document[]> => {
  const all: Document[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Documents['find']>> = await documents.find(from, where, {
      limit: 1_000,
      ...(after === null ? {} : { after }),
    })
    all.push(...page.items)
    after = page.next
  } while (after !== null)
  return all
}

const missingFrom = async (documents: Documents, from: Collection, ids: readonly string[]): Promise<string[]> => {
  const found = await documents.getMany(from, ids)
  return ids.filter((_, at) => found[at] === undefined).map((id) => `${from.name} ${id} is missing`)
}

const eventIdsOf = (ride: Document | undefined): string[] => {
  const events = (ride?.['events'] ?? []) as readonly { readonly id: string }[]
  return events.map(({ id }) => id)
}

/** What a killed process left behind, after one sweep: every sentence is a broken promise. */
export const findBrokenPromises = async (
  store: DocumentStore,
  round: number,
  acknowledged: ReadonlyMap<Stage, readonly string[]>,
): Promise<readonly string[]> => {
  const documents = ordersOf(store)
  const held = await readAll(documents, orders, { status: statusOf(round) })
  const heldIds = new Set(held.map(({ id }) => id))
  const scoredIds = held.filter(({ paid }) => paid === true).map(({ id }) => id)
  const scored = new Set(scoredIds)
  const rideIds = [...new Set(held.map(({ at }) => rideOf(round, Number(at))))]
  const ridden = (await documents.getMany(rides, rideIds)).flatMap(eventIdsOf)
  const riddenIds = new Set(ridden)
  const entryIds = (await readAll(documents, entries, { at: round })).map(({ id }) => id)

  return [
    ...(acknowledged.get('received') ?? [])
      .filter((id) => !heldIds.has(id))
      .map((id) => `${id} was acknowledged and is lost`),
    ...(acknowledged.get('scored') ?? []).filter((id) => !scored.has(id)).map((id) => `the verdict of ${id} is lost`),
    ...held.filter(({ id }) => !riddenIds.has(id)).map(({ id }) => `${id} is in no ride`),
    ...(ridden.length === riddenIds.size ? [] : ['an event is in its ring twice']),
    ...ridden.filter((id) => !heldIds.has(id)).map((id) => `${id} is in a ride, but is no order`),
    ...entryIds.filter((id) => !heldIds.has(id.slice(id.indexOf('-') + 1))).map((id) => `${id} tells of no order`),
    ...(await missingFrom(
      documents,
      entries,
      [...heldIds].map((id) => entryOf('received', id)),
    )),
    ...(await missingFrom(
      documents,
      entries,
      scoredIds.map((id) => entryOf('scored', id)),
    )),
    ...(await missingFrom(
      documents,
      notes,
      scoredIds.map((id) => entryOf('scored', id)),
    )),
  ]
}
