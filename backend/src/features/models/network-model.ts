import type { ModelCard } from '#contract/console.ts'
import { asJson } from '../../platform/documents/collection.ts'
import { createId } from '../../platform/ids.ts'
import type { LearningOrder } from '../../scoring/learning/matrix.ts'
import { defaultPolicy } from '../../scoring/policy.ts'
import { networkModels, type NetworkModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'

/** As for any signal of the network: fewer stores than this could be told apart. */
const fewestStores = 3
const rememberedMs = 365 * 86_400_000

/** Orders whose outcome is known: as for any signal of the network, below this a store does not count. */
const fewestOrders = 200

interface Giver {
  readonly tenant: Tenant
  readonly weight: number
}

/** No store weighs more than two of the usual size, so that none alone teaches all others. */
export const weightsOf = (sizes: readonly number[]): readonly number[] => {
  const sorted = [...sizes].sort((a, b) => a - b)
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return sizes.map((size) => Math.min(1, (2 * usual) / Math.max(1, size)))
}

/**
 * One model of all stores that share, on live orders. What crosses from a store is evidence: counts, ages, flags, and
 * whether the order was bad. No value of a store, no custom input, no identifier.
 */
export const createNetworkModel = (deps: ModelDeps) => {
  const { documents, clock, merchants, labels, shares, runTraining } = deps

  const sharing = async (card: ModelCard): Promise<readonly Giver[]> => {
    const tenants = (await merchants.list())
      .filter(({ demo }) => !demo)
      .map(({ merchantId }): Tenant => ({ merchantId, mode: 'live' }))
    const answers = await Promise.all(tenants.map((tenant) => shares(tenant)))
    const on = tenants.filter((_, index) => answers[index])
    const totals = await Promise.all(on.map((tenant) => labels.totals(tenant)))
    const sized = on
      .map((tenant, index) => ({ tenant, size: (totals[index]?.[card].bad ?? 0) + (totals[index]?.[card].good ?? 0) }))
      .filter(({ size }) => size >= fewestOrders)
    const weights = weightsOf(sized.map(({ size }) => size))
    return sized.map(({ tenant }, index) => ({ tenant, weight: weights[index] ?? 0 }))
  }

  async function* pagesOf(givers: readonly Giver[], card: ModelCard, cut: number): AsyncGenerator<LearningOrder[]> {
    for (const { tenant, weight: share } of givers) {
      for await (const { orders } of labels.trainingSet(tenant, { cut, card, from: cut - rememberedMs })) {
        yield orders.map(({ at, values, bad, knownAt, weight }) => {
          return { at, values, bad, knownAt, weight: weight * share, amount: 0, method: null }
        })
      }
    }
  }

  const latest = async (card: ModelCard): Promise<NetworkModelDocument | undefined> => {
    const options = { sort: { field: 'created_at', direction: 'desc' }, limit: 1 } as const
    return (await documents.network().find(networkModels, { card }, options)).items[0]
  }

  return {
    /** For a store that shares; null: it does not, or nothing was learned together. */
    modelFor: async (tenant: Tenant, card: ModelCard): Promise<SharedModel | null> =>
      tenant.mode === 'live' && (await shares(tenant)) ? ((await latest(card)) ?? null) : null,

    /** Whether a new one was made. */
    train: async (card: ModelCard): Promise<boolean> => {
      const tenants = await sharing(card)
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
        gate: asJson(trained.gate),
        stores: tenants.length,
        orders,
        bad,
      }
      await documents.network().write({ insert: networkModels, document })
      return true
    },
  }
}
/** Tables that proved themselves where they were learned. */
export type SharedModel = Pick<NetworkModelDocument, 'tables' | 'gate'>
export type NetworkModel = ReturnType<typeof createNetworkModel>
