import type { Collection } from '../../platform/documents/collection.ts'
import { Conflict, type Mode } from '../../platform/documents/port.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import { createEraseAccount } from './delete-account.ts'
import type { ClosingDocument } from './collections.ts'
import type { ClosingDeps } from './deps.ts'

const pageSize = 200
const modes: readonly Mode[] = ['live', 'test']
const worker = { type: 'worker', id: null } as const

type Count = (more: number) => Promise<void>

/**
 * Row by row first, then the keys: what a crash leaves is found again by the next round, and what cannot be removed (the
 * trail, copies of the database) cannot be read any more once the keys are gone.
 */
const createEraseStore = (deps: ClosingDeps) => {
  const { documents, apiKeys, merchants, network, chain, hasKeys, destroyKeys, ofStores } = deps
  const emptyOne = async (merchantId: string, mode: Mode, from: Collection, count: Count): Promise<void> => {
    const scope = documents.forMerchant(merchantId, mode)
    for (;;) {
      const { items } = await scope.find(from, {}, { limit: pageSize, scan: true })
      if (items.length === 0) return
      await Promise.all(items.map(({ id }) => removeQuietly(scope, from, id)))
      await count(items.length)
    }
  }

  /** False: something it gave to others is still there; the next round goes on. */
  return async (merchantId: string, count: Count): Promise<boolean> => {
    if (await hasKeys(merchantId)) {
      await network.leave(worker, merchantId)
      for (const mode of modes) {
        for (const from of ofStores) await emptyOne(merchantId, mode, from, count)
      }
      await count(await apiKeys.forget(merchantId))
      if (!(await network.forget(merchantId))) return false
      // Entries that were written a moment ago get their place while they can still be read.
      await chain()
      await destroyKeys(merchantId)
    }
    await merchants.forgetStore(merchantId)
    return true
  }
}

/** The worker's part: what was closed long enough ago goes, a page at a time, with its progress in the book. */
export const createErase = (deps: ClosingDeps) => {
  const { clock, book, accounts, organisations, merchants, forgetLooking } = deps
  const eraseStore = createEraseStore(deps)
  const eraseAccount = createEraseAccount(deps)

  const counted = (closing: ClosingDocument) => {
    let { removed } = closing
    const count: Count = async (more) => {
      if (more === 0) return
      removed += more
      await book.told(closing, removed)
    }
    return { count, removed: () => removed }
  }

  /** People who belong nowhere else go with it; the others lose this one organisation. */
  const erasePeople = async (organizationId: string): Promise<void> => {
    const joined = await organisations.places.joinedTo(organizationId)
    const made = (await accounts.ofOrganization(organizationId)).map(({ id }) => id)
    for (const id of new Set([...made, ...joined])) {
      const person = await accounts.person(id).catch(() => undefined)
      if (!person) continue
      const elsewhere = await organisations.places.entered(person)
      if (elsewhere.every(({ organizationId: other }) => other === organizationId)) {
        await eraseAccount(person, worker, [organizationId]).catch((error: unknown) => {
          // Another worker was faster.
          if (!(error instanceof Conflict)) throw error
        })
      }
    }
  }

  const eraseOrganization = async (organizationId: string, count: Count): Promise<boolean> => {
    let isWhole = true
    for (const { merchantId } of await merchants.everOfOrganization(organizationId)) {
      if (await book.isErased(merchantId)) continue
      isWhole = (await eraseStore(merchantId, count)) && isWhole
    }
    if (!isWhole) return false
    await erasePeople(organizationId)
    await count(await organisations.forget(organizationId))
    await accounts.secondFactor.forgetRule(organizationId)
    await forgetLooking(organizationId)
    await merchants.forgetOrganization(organizationId)
    return true
  }

  const go = async (closing: ClosingDocument): Promise<void> => {
    const { count, removed } = counted(closing)
    const erase = closing.kind === 'store' ? eraseStore : eraseOrganization
    if (await erase(closing.id, count)) await book.finish(closing, removed())
  }

  const due = async (): Promise<readonly ClosingDocument[]> => {
    const ripe = (await book.inState('closed')).filter(({ erase_at: at }) => at <= clock())
    return [...ripe, ...(await book.inState('erasing'))]
  }

  return {
    isDue: async (): Promise<boolean> => (await due()).length > 0,
    /** Answers how many it worked on. */
    erase: async (): Promise<number> => {
      const found = await due()
      for (const closing of found) {
        if (closing.state === 'erasing' || (await book.begin(closing))) await go(closing)
      }
      return found.length
    },
  }
}
