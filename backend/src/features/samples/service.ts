import type { Samples, SamplesRemoved } from '#contract/console.ts'
import type { Collection } from '../../platform/documents/collection.ts'
import { Conflict, type DocumentStore, type Mode } from '../../platform/documents/port.ts'
import { samples } from './collections.ts'

interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}

export interface SamplesDeps {
  readonly documents: DocumentStore
  /** What orders leave behind in a store; not its settings, rules or trail. */
  readonly leftByOrders: readonly Collection[]
}

const id = 'samples'
const pageSize = 200

/** Invented orders of the demo store. They live in test mode alone, so they reach neither other stores nor live scores. */
export const createSamples = ({ documents, leftByOrders }: SamplesDeps) => {
  const scopeOf = ({ merchantId, mode }: Tenant) => documents.forMerchant(merchantId, mode)

  const removeAll = async (tenant: Tenant, from: Collection): Promise<number> => {
    const scope = scopeOf(tenant)
    for (let removed = 0; ;) {
      const { items } = await scope.find(from, {}, { limit: pageSize, scan: true })
      if (items.length === 0) return removed
      await Promise.all(items.map((document) => scope.write({ remove: from, id: document.id })))
      removed += items.length
    }
  }

  return {
    state: async (tenant: Tenant): Promise<Samples> => {
      const known = await scopeOf(tenant).get(samples, id)
      return { state: known?.state ?? 'absent', orders: known?.orders ?? 0 }
    },

    /** False: they are there already, or somebody is writing them. */
    begin: async (tenant: Tenant): Promise<boolean> => {
      if (tenant.mode !== 'test') throw new Error('samples belong to test mode')
      try {
        await scopeOf(tenant).write({ insert: samples, document: { id, state: 'writing', orders: 0 } })
        return true
      } catch (error) {
        if (error instanceof Conflict) return false
        throw error
      }
    },
    finish: async (tenant: Tenant, orders: number): Promise<void> => {
      await scopeOf(tenant).write({ update: samples, id, changes: { set: { state: 'present', orders } } })
    },

    /** At a later start nobody writes them any more: what a first start left half done may be removed. */
    settle: async (tenant: Tenant): Promise<void> => {
      const known = await scopeOf(tenant).get(samples, id)
      if (known?.state !== 'writing') return
      await scopeOf(tenant).write({ update: samples, id, changes: { set: { state: 'present' } } })
    },

    /** Test mode as on the first day, but for tables that were trained there. Where there are no samples nothing is touched: those orders are somebody's own. */
    remove: async (tenant: Tenant): Promise<SamplesRemoved> => {
      const scope = scopeOf(tenant)
      const known = await scope.get(samples, id)
      if (known?.state !== 'present' || tenant.mode !== 'test') return { removed: 0 }
      let removed = 0
      for (const from of leftByOrders) {
        const gone = await removeAll(tenant, from)
        removed += gone
      }
      await scope.write({ remove: samples, id })
      return { removed }
    },
  }
}
export type SamplesService = ReturnType<typeof createSamples>
