import { asJson } from '../../platform/documents/collection.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import { networkRows, networkSummaries, type RowDocument } from './collections.ts'
import { summarise } from './summarise.ts'

/** Network signals live three years (obligation FL7), counted from the last news. */
export const keptMs = 3 * 365 * 86_400_000
/** More stores than this on one identifier is a parcel station; the newest of them do. */
const rowsAtMost = 2_000

export const rowsOf = async (network: Documents, identifier: string): Promise<readonly RowDocument[]> =>
  (await network.find(networkRows, { identifier }, { limit: rowsAtMost })).items

/** From its rows as they stand. Idempotent: a crash in between means doing it once more. */
export const rebuildSummary = async (
  network: Documents,
  identifier: string,
  {
    counts,
    without,
    now,
  }: {
    readonly counts: (store: string) => boolean
    /** A store that is leaving: its rows may still be there. */
    readonly without?: string
    readonly now: number
  },
): Promise<void> => {
  const rows = (await rowsOf(network, identifier)).filter(({ store }) => store !== without)
  const summary = summarise(rows, counts)
  const isEmpty = summary.fraud.length + summary.declined.length + summary.good.length === 0
  if (isEmpty) {
    await network.write({ remove: networkSummaries, id: identifier }).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
    return
  }
  const set = { ...plain(summary), gone_at: now + keptMs }
  const create = { id: identifier, ...set }
  await network.write({ upsert: networkSummaries, id: identifier, create, changes: { set } })
}

const plain = ({ fraud, declined, good }: ReturnType<typeof summarise>) => ({
  fraud: asJson(fraud),
  declined: asJson(declined),
  good: asJson(good),
})
