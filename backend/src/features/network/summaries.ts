import { randomBytes } from 'node:crypto'
import { asJson } from '../../platform/documents/collection.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import { networkRows, networkSummaries, type RowDocument, type SummaryDocument } from './collections.ts'
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

/** `without`: a store that is leaving, whose rows may still be there. */
export type RebuildSummary = (ladder: Ladder, identifier: string, without?: string) => Promise<void>

const tries = 5

/** Drawn with each write: of two who rebuild at once, who read the rows first is told to read them again. */
const drawn = (): string => randomBytes(8).toString('hex')

/** From its rows as they stand. Idempotent: a crash in between means doing it once more. */
export const createRebuildSummary = (
  { documents, clock, floors }: Pick<NetworkDeps, 'documents' | 'clock' | 'floors'>,
  directory: Directory,
): RebuildSummary => {
  const network = documents.network()

  const store = async (id: string, standing: SummaryDocument | undefined, said: Said, now: number): Promise<void> => {
    const set = { ...plain(said), gone_at: now + keptMs, revision: drawn() }
    const expect = { revision: standing?.revision ?? null }
    await network.write(
      standing
        ? { update: networkSummaries, id, changes: { set }, expect }
        : { insert: networkSummaries, document: { id, ...set } },
    )
  }
  const remove = async ({ id, revision }: SummaryDocument): Promise<void> => {
    await network.write({ remove: networkSummaries, id, expect: { revision: revision ?? null } })
  }

  const rebuild: RebuildSummary = async (ladder, identifier, without) => {
    const now = clock()
    const heard = new Set((await directory.all()).filter((one) => isHeard(one, floors, now)).map(({ store }) => store))
    const places = placesOf(ladder, identifier)
    // Before the rows are read: whoever writes in between has read newer ones.
    const standing = (await network.getMany(networkSummaries, places)).filter((one) => one !== undefined)
    const rows = (await rowsOf(network, places)).filter((row) => row.store !== without)
    const said = summarise(rows, (name) => heard.has(name))
    if (said.fraud.length + said.declined.length + said.good.length === 0) {
      for (const one of standing) await remove(one)
      return
    }
    const id = placeOf(ladder, identifier)
    await store(
      id,
      standing.find((one) => one.id === id),
      said,
      now,
    )
  }
  return async (...of) => {
    for (let round = 1; ; round += 1) {
      try {
        await rebuild(...of)
        return
      } catch (error) {
        if (!(error instanceof Conflict) || round === tries) throw error
      }
    }
  }
}

type Said = ReturnType<typeof summarise>

const plain = ({ fraud, declined, good }: Said) => ({
  fraud: asJson(fraud),
  declined: asJson(declined),
  good: asJson(good),
})
