import type { OrderDetail, OrderRow, OrderRows, OrderSearchReply, OrdersQuery } from '#contract/console.ts'
import { assessments } from '../collections.ts'
import type { AssessmentDeps, Tenant } from '../deps.ts'
import type { Reader } from '../read.ts'
import { detailPolicy } from './thresholds.ts'
import { orderDetail } from './detail.ts'
import { listOrders } from './list-orders.ts'
import { adaptRow, adaptRows } from './row.ts'
import { searchOrders } from './search.ts'

/** Orders as the dashboard shows them. */
export interface Orders {
  list(tenant: Tenant, query: OrdersQuery): Promise<OrderRows>
  search(tenant: Tenant, typed: string): Promise<OrderSearchReply>
  /** Throws `not_found`. */
  detail(tenant: Tenant, id: string): Promise<OrderDetail>
  /** For the live stream, which hears of ids; undefined when there is no such order. */
  row(tenant: Tenant, id: string): Promise<OrderRow | undefined>
  /** Those of these that are scored, in their order. */
  rows(tenant: Tenant, ids: readonly string[]): Promise<readonly OrderRow[]>
}

export const createOrders = (deps: AssessmentDeps, reader: Reader): Orders => {
  const scopeOf = ({ merchantId, mode }: Tenant) => deps.documents.forMerchant(merchantId, mode)
  const placeOf = async (tenant: Tenant) => {
    const { ladder } = await deps.storeKeys(tenant.merchantId)
    return { scope: scopeOf(tenant), ladder }
  }
  return {
    list: async (tenant, query) => listOrders(reader, await placeOf(tenant), tenant, query),
    search: async (tenant, typed) => searchOrders(scopeOf(tenant), await deps.storeKeys(tenant.merchantId), typed),
    detail: async (tenant, id) => {
      const row = await reader.row(tenant, id)
      return orderDetail(await placeOf(tenant), row, await detailPolicy(deps, tenant, row))
    },
    row: async (tenant, id) => adaptRow(await reader.row(tenant, id)),
    rows: async (tenant, ids) => (ids.length === 0 ? [] : adaptRows(await scopeOf(tenant).getMany(assessments, ids))),
  }
}
