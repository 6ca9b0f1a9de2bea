import { asJson } from '../../platform/documents/collection.ts'
import type { Documents } from '../../platform/documents/port.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import { networkRows, networkSummaries, type RowDocument } from './collections.ts'
import type { NetworkDeps } from './deps.ts'
import { isHeard, type Directory } from './members.ts'
import { placeOf, placesOf } from './stored-name.ts'
import { summarise } from './summarise.ts'

/** Network signals live three years (obligation FL7), counted from the last news. */
export const keptMs = 3 * 365 * 86_400_000
/** More stores than this on one identifier is a parcel station; the newest of them do. */
const rowsAtMost = 2_000

/** Of a row that is being carried and its successor, the successor speaks. */
const rowsOf = async (network: Documents, places: readonly string[]): Promise<readonly RowDocument[]> => {
  const byStore = new Map<string, RowDocument>()
  for (const identifier of places) {
    const { items } = await network.find(networkRows, { identifier }, { limit: rowsAtMost })
    for (const row of items) if (!byStore.has(row.store)) byStore.set(row.store, row)
  }
  return [...byStore.values()]
}

export interface RebuildSummary {
  /** `without`: a store that is leaving, whose rows may still be there. */
  (ladder: Ladder, identifier: string, without?: string): Promise<void>
}

/** From its rows as they stand. Idempotent: a crash in between means doing it once more. */
export const createRebuildSummary = (
  { documents, clock, floors }: Pick<NetworkDeps, 'documents' | 'clock' | 'floors'>,
  directory: Directory,
): RebuildSummary => {
  const network = documents.network()
  return async (ladder, identifier, without) => {
    const now = clock()
    const heard = new Set((await directory.all()).filter((one) => isHeard(one, floors, now)).map(({ store }) => store))
    const places = placesOf(ladder, identifier)
    const rows = (await rowsOf(network, places)).filter(({ store }) => store !== without)
    const summary = summarise(rows, (store) => heard.has(store))
    const isEmpty = summary.fraud.length + summary.declined.length + summary.good.length === 0
    if (isEmpty) {
      for (const place of places) await removeQuietly(network, networkSummaries, place)
      return
    }
    const id = placeOf(ladder, identifier)
    const set = { ...plain(summary), gone_at: now + keptMs }
    await network.write({ upsert: networkSummaries, id, create: { id, ...set }, changes: { set } })
  }
}

const plain = ({ fraud, declined, good }: ReturnType<typeof summarise>) => ({
  fraud: asJson(fraud),
  declined: asJson(declined),
  good: asJson(good),
})
