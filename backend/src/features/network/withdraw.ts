import { Conflict } from '../../platform/documents/port.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import { networkMembers, networkRows } from './collections.ts'
import type { NetworkDeps } from './deps.ts'
import { readMembers } from './members.ts'
import type { RebuildSummary } from './summaries.ts'

const rowsAtOnce = 500
/** Longer than any fold runs. */
const watchedMs = 15 * 60_000

/**
 * Takes back what a store gave under a name it no longer has: first out of the summary, then the row itself, so that a
 * crash leaves rows that are found again, and never a summary that nobody would look at.
 */
export const createWithdraw = (deps: NetworkDeps, rebuild: RebuildSummary) => {
  const { documents, clock, networkKeys } = deps
  const network = documents.network()
  const operator = documents.operator()

  const withdrawName = async (without: string): Promise<void> => {
    const { ladder } = await networkKeys()
    for (;;) {
      const { items } = await network.find(networkRows, { store: without }, { limit: rowsAtOnce })
      if (items.length === 0) return
      for (const { id, identifier } of items) {
        await rebuild(ladder, identifier, without)
        await removeQuietly(network, networkRows, id)
      }
    }
  }

  /** Kept on the list for a while: a fold that began before the switch may still write a last row. */
  const finish = async (id: string, name: string): Promise<void> => {
    const member = await operator.get(networkMembers, id)
    const mine = member?.leaving.find(({ store }) => store === name)
    if (!member || !mine || clock() - mine.at < watchedMs) return
    const set = { leaving: member.leaving.filter(({ store }) => store !== name) }
    const changes = { set, inc: { revision: 1 } }
    await operator
      .write({ update: networkMembers, id, changes, expect: { revision: member.revision } })
      .then(() => deps.changes.announce())
      .catch((error: unknown) => {
        // Changed at the same moment: the next round finds nothing to remove and tries again.
        if (!(error instanceof Conflict)) throw error
      })
  }

  return async (): Promise<void> => {
    const members = await readMembers(operator)
    for (const member of members.filter(({ leaving }) => leaving.length > 0)) {
      for (const { store } of member.leaving) {
        await withdrawName(store)
        await finish(member.id, store)
      }
    }
  }
}
