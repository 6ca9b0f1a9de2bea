import type { DocumentStore } from '../../platform/documents/port.ts'
import { firstLadder } from '../../platform/vault/ladder.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { networkRows, networkSummaries, rowId } from './collections.ts'
import { createRebuildSummary } from './summaries.ts'

const now = Date.UTC(2026, 10, 22)
const identifier = 'email:ab'
const directory = {
  all: () => Promise.resolve([]),
  of: () => Promise.resolve(undefined),
  heardBy: () => Promise.resolve(new Map()),
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
})
afterAll(() => house.remove())

/** Something happens right after the rows were read for the first time. */
const interrupted = (documents: DocumentStore, meanwhile: () => Promise<void>): DocumentStore => {
  let isFirst = true
  const network = documents.network()
  const find: typeof network.find = async (...asked) => {
    const page = await network.find(...asked)
    if (isFirst) {
      isFirst = false
      await meanwhile()
    }
    return page
  }
  return { ...documents, network: () => ({ ...network, find }) }
}

test('who read the rows before a store left does not write it back into the summary', async () => {
  const { documents } = house.foundation
  const network = documents.network()
  const floors = { stores: 3, days: 30, orders: 200 }
  const rebuildWith = (store: DocumentStore) =>
    createRebuildSummary({ documents: store, clock: () => now, floors }, directory)
  const give = (store: string) => {
    const gifts = [['order', now, 0, now, 0]] as const
    const document = { id: rowId(identifier, store), identifier, store, gifts, gone_at: now + 1_000, revision: 1 }
    return network.write({ insert: networkRows, document })
  }
  await give('stays')
  await give('leaves')
  await rebuildWith(documents)(firstLadder, identifier)

  const leave = async () => {
    await rebuildWith(documents)(firstLadder, identifier, 'leaves')
    await network.write({ remove: networkRows, id: rowId(identifier, 'leaves') })
  }
  await rebuildWith(interrupted(documents, leave))(firstLadder, identifier)
  expect((await network.get(networkSummaries, identifier))?.fraud).toEqual([['stays', now]])
})
