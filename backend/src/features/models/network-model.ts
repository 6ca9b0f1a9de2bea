import type { ModelCard } from '#contract/console.ts'
import { asJson } from '../../platform/documents/collection.ts'
import { createId } from '../../platform/ids.ts'
import type { LearningOrder } from '../../scoring/learning/matrix.ts'
import type { ScoreTables } from '../../scoring/learning/tables.ts'
import { defaultPolicy } from '../../scoring/policy.ts'
import { networkModels, type NetworkModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'

/** As for any signal of the network: fewer stores than this could be told apart. */
const fewestStores = 3
const rememberedMs = 365 * 86_400_000

/**
 * One model of all stores that share, on live orders. What crosses from a store is evidence: counts, ages, flags, and
 * whether the order was bad. No value of a store, no custom input, no identifier.
 */
export const createNetworkModel = (deps: ModelDeps) => {
  const { documents, clock, merchants, labels, shares, runTraining } = deps

  const sharing = async (): Promise<readonly Tenant[]> => {
    const tenants = (await merchants.list())
      .filter(({ demo }) => !demo)
      .map(({ merchantId }): Tenant => ({ merchantId, mode: 'live' }))
    const answers = await Promise.all(tenants.map((tenant) => shares(tenant)))
    return tenants.filter((_, index) => answers[index])
  }

  async function* pagesOf(tenants: readonly Tenant[], card: ModelCard, cut: number): AsyncGenerator<LearningOrder[]> {
    for (const tenant of tenants) {
      for await (const { orders } of labels.trainingSet(tenant, { cut, card, from: cut - rememberedMs })) {
        yield orders.map(({ at, values, bad, knownAt, weight }) => {
          return { at, values, bad, knownAt, weight, amount: 0, method: null }
        })
      }
    }
  }

  const latest = async (card: ModelCard): Promise<NetworkModelDocument | undefined> => {
    const options = { sort: { field: 'created_at', direction: 'desc' }, limit: 1 } as const
    return (await documents.network().find(networkModels, { card }, options)).items[0]
  }

  return {
    /** Tables for a store that shares; null: it does not, or there are none. */
    tablesFor: async (tenant: Tenant, card: ModelCard): Promise<ScoreTables | null> =>
      tenant.mode === 'live' && (await shares(tenant)) ? ((await latest(card))?.tables ?? null) : null,

    /** Whether a new one was made. */
    train: async (card: ModelCard): Promise<boolean> => {
      const tenants = await sharing()
      if (tenants.length < fewestStores) return false
      const cut = clock()
      const { base, thresholds } = defaultPolicy.cards[card]
      const id = createId('mdl', cut)
      const champion = { tables: null, base, cut: 0 }
      const job = { id, card, cut, off: [], weights: {}, thresholds, network: null, champion }
      const trained = await runTraining({ job, pages: pagesOf(tenants, card, cut), onProgress: () => undefined })
      if (!trained.tables) return false
      const { orders, bad } = trained.trainedOn
      const document = {
        id,
        card,
        created_at: cut,
        tables: asJson(trained.tables),
        stores: tenants.length,
        orders,
        bad,
      }
      await documents.network().write({ insert: networkModels, document })
      return true
    },
  }
}
export type NetworkModel = ReturnType<typeof createNetworkModel>
