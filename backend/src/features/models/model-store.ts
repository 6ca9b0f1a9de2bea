import type { ModelCard, ModelState } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Documents, type DocumentStore, type Follower } from '../../platform/documents/port.ts'
import { asModelRow, asSet, models, type ModelDocument } from './collections.ts'
import type { Tenant } from './deps.ts'

/** Versions that the dashboard lists. Older ones stay, for replay and return. */
const listed = 100
const mostRounds = 6

export const createModelStore = ({ documents }: { readonly documents: DocumentStore }) => {
  const scopeOf = ({ merchantId, mode }: Tenant): Documents => documents.forMerchant(merchantId, mode)
  const newestFirst = (field: 'created_at' | 'number') => ({ sort: { field, direction: 'desc' } as const })

  const find = async (tenant: Tenant, id: string): Promise<ModelDocument | undefined> =>
    /^mdl_[0-9A-Z]{26}$/.test(id) ? scopeOf(tenant).get(models, id) : undefined

  const get = async (tenant: Tenant, id: string): Promise<ModelDocument> => {
    const found = await find(tenant, id)
    if (!found) throw new AppError('not_found', { detail: 'There is no such model.' })
    return found
  }

  return {
    find,
    get,
    list: async (tenant: Tenant): Promise<readonly ModelDocument[]> =>
      (await scopeOf(tenant).find(models, { created_at: { gte: 0 } }, { ...newestFirst('created_at'), limit: listed }))
        .items,
    ofState: async (tenant: Tenant, card: ModelCard, state: ModelState): Promise<ModelDocument | undefined> => {
      const { items } = await scopeOf(tenant).find(models, { state }, { ...newestFirst('created_at'), limit: 20 })
      return items.find((model) => model.card === card)
    },
    nextNumber: async (tenant: Tenant, card: ModelCard): Promise<number> => {
      const { items } = await scopeOf(tenant).find(models, { card }, { ...newestFirst('number'), limit: 1 })
      return (items[0]?.number ?? 0) + 1
    },
    insert: (tenant: Tenant, model: ModelDocument, followers: readonly Follower[] = []) =>
      scopeOf(tenant).write({ insert: models, document: asModelRow(model) }, followers),
    /** What becomes of a model; its tables stay. Asked again when another change came first. */
    change: async (
      tenant: Tenant,
      id: string,
      change: (now: ModelDocument) => Partial<ModelDocument>,
    ): Promise<ModelDocument> => {
      for (let round = 1; ; round += 1) {
        const before = await get(tenant, id)
        const set = { ...change(before), revision: before.revision + 1 }
        try {
          const expect = { revision: before.revision }
          await scopeOf(tenant).write({ update: models, id, changes: { set: asSet(set) }, expect })
          return { ...before, ...set }
        } catch (error) {
          if (!(error instanceof Conflict) || round === mostRounds) throw error
        }
      }
    },
  }
}
export type ModelStore = ReturnType<typeof createModelStore>
