import type { Clock } from '../../../platform/clock.ts'
import { asJson, collection, type Document, type Json } from '../../../platform/documents/collection.ts'
import type { Documents, DocumentStore } from '../../../platform/documents/port.ts'
import { assessments } from '../collections.ts'
import type { Tenant } from '../deps.ts'
import { pastRowOf } from './past-row.ts'

/**
 * Two hundred past orders in one body, so that reading a hundred thousand of them opens five hundred bodies. Made from
 * orders alone, written once, and made again when they are gone.
 */
export interface PackDocument extends Document {
  /** Receipt of the first order. */
  readonly from: number
  /** Every order received before it, and not before `from`, is in it. */
  readonly to: number
  /** PastRow each. */
  readonly orders: readonly Json[]
}
export const orderPacks = collection<PackDocument>({
  name: 'order_packs',
  scope: 'merchant',
  sealed: true,
  fields: { from: 'number', to: 'number' },
  indexes: [{ fields: ['to'] }],
})

const packSize = 200
/** Where a past was imported by the day, as many orders may share one instant; beyond it they are read one by one. */
const largestPack = 3_200
/** Nothing that old is still waiting for its verdict, unless it is named as such. */
const settledMs = 15 * 60_000
/** So that a large import does not hold up the worker's other jobs. */
const mostPerRun = 50

/** Orders before it stand in packs, and nowhere else for a backtest. */
export const packedTo = async (scope: Documents): Promise<number> => {
  const sort = { field: 'to', direction: 'desc' } as const
  return (await scope.find(orderPacks, { to: { gte: 0 } }, { sort, limit: 1 })).items[0]?.to ?? 0
}

interface PackDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly oldestUnscored: (tenant: Tenant) => Promise<number | null>
}

export const createPacker = ({ documents, clock, oldestUnscored }: PackDeps) => {
  /** The next pack of orders that are all scored, or nothing while there are too few. */
  const packNext = async (scope: Documents, horizon: number, size = packSize): Promise<boolean> => {
    const start = await packedTo(scope)
    const where = { status: 'scored', received_at: { gte: start, lt: horizon } }
    const sort = { field: 'received_at', direction: 'asc' } as const
    const { items } = await scope.find(assessments, where, { sort, limit: size + 1 })
    const next = items[size]
    if (!next) return false
    // Orders of one millisecond are not torn apart.
    const rows = items.filter(({ received_at: at }) => at < next.received_at)
    const [first] = rows
    if (!first) return size < largestPack && packNext(scope, horizon, 2 * size)
    const orders = rows.map(pastRowOf).filter((row) => row !== undefined)
    const document = { id: String(first.received_at), from: first.received_at, to: next.received_at }
    await scope.write({ insert: orderPacks, document: { ...document, orders: orders.map(asJson) } })
    return true
  }

  /** Returns how many packs it wrote. */
  return async (tenant: Tenant): Promise<number> => {
    const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
    const horizon = Math.min(clock() - settledMs, (await oldestUnscored(tenant)) ?? Infinity)
    let packed = 0
    while (packed < mostPerRun && (await packNext(scope, horizon))) packed += 1
    return packed
  }
}
