import { everyPage } from '../../platform/documents/every-page.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { Standing } from '../../scoring/standing.ts'
import type { StoredOrder, StoredOrders } from '../assessments/service.ts'
import type { LabelReader } from './read.ts'

export type CardName = 'standard' | 'cod'

/** An order whose outcome was known by the cut, as it was when it was scored. */
export interface TrainingOrder {
  readonly id: string
  /** Receipt, epoch milliseconds. */
  readonly at: number
  /** As stored, in registry order. */
  readonly values: EvidenceValues
  readonly bad: boolean
  readonly knownAt: number
  /** Above 1 for orders let through as a control: each stands for the ones that were stopped. */
  readonly weight: number
  readonly method: StoredOrder['method']
  readonly amount: number
  readonly currency: string
  readonly declined: boolean
  readonly control: boolean
  readonly facts: StoredOrder['facts']
}

export interface TrainingPage {
  /** Newest first. */
  readonly orders: readonly TrainingOrder[]
  /** All orders of the page on this card, also those that teach nothing; declined ones among them. */
  readonly seen: number
  readonly declined: number
}

export interface TrainingQuery {
  /** Nothing that became known later is in it. */
  readonly cut: number
  readonly card: CardName
  /** Receipt; orders before it are left out. */
  readonly from?: number
}

export interface TrainingDeps {
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'page'>
  readonly policyAt: (merchantId: string, revision: string) => Promise<Policy | undefined>
}

type Shares = (order: StoredOrder) => Promise<number>

/** How much an order let through stands for: the inverse of the share in force when it was scored. */
const createShares = ({ policyAt }: TrainingDeps, { merchantId }: Tenant): Shares => {
  const known = new Map<string, Promise<number>>()
  const load = async (revision: string): Promise<number> => {
    const share = (await policyAt(merchantId, revision))?.control?.share ?? 1
    return share > 0 && share <= 1 ? 1 / share : 1
  }
  return ({ control, policyRevision: revision }) => {
    if (!control) return Promise.resolve(1)
    const loading = known.get(revision) ?? load(revision)
    known.set(revision, loading)
    return loading
  }
}

const cardOf = ({ method }: StoredOrder): CardName => (method === 'cod' ? 'cod' : 'standard')

const adapt = (order: StoredOrder, standing: Standing, weight: number): TrainingOrder => ({
  id: order.id,
  at: order.receivedAt,
  values: order.values,
  bad: standing.outcome === 'bad',
  knownAt: standing.knownAt ?? order.receivedAt,
  weight,
  method: order.method,
  amount: order.amount,
  currency: order.currency,
  declined: standing.declined,
  control: order.control,
  facts: order.facts,
})

const isKnown = ({ outcome, knownAt }: Standing, cut: number): boolean =>
  (outcome === 'bad' || outcome === 'good') && knownAt !== null && knownAt <= cut

/**
 * Orders with their outcome as far as it was known by the cut, in pages, newest first: so the newest attempt of an order
 * is met before those it replaced, which are left out. Walks one index once, whatever the store's past.
 */
export const createTrainingSet = (deps: TrainingDeps, reader: Pick<LabelReader, 'outcomesOf'>) =>
  async function* pages(tenant: Tenant, { cut, card, from = 0 }: TrainingQuery): AsyncGenerator<TrainingPage> {
    const weightOf = createShares(deps, tenant)
    const replaced = new Set<string>()
    const range = { from, to: cut + 1, direction: 'desc' } as const
    for await (const attempts of everyPage(({ after }) => deps.stored.page(tenant, range, after))) {
      const newest = attempts.filter(({ orderRef, attempt }) => {
        const isNewest = !replaced.has(orderRef)
        if (attempt > 1) replaced.add(orderRef)
        return isNewest
      })
      const orders = newest.filter((order) => cardOf(order) === card && !order.magic)
      const standings = await outcomesAt(orders)
      const known = orders.flatMap((order, at) => {
        const standing = standings[at]
        return standing && isKnown(standing, cut) ? [{ order, standing }] : []
      })
      yield {
        orders: await Promise.all(
          known.map(async ({ order, standing }) => adapt(order, standing, await weightOf(order))),
        ),
        seen: orders.length,
        declined: standings.filter(({ declined }) => declined).length,
      }
    }

    function outcomesAt(orders: readonly StoredOrder[]) {
      return reader.outcomesOf(tenant, orders, cut)
    }
  }
