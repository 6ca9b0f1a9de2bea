import { everyPage } from '../../../platform/documents/every-page.ts'
import type { Documents, DocumentStore } from '../../../platform/documents/port.ts'
import { assessments } from '../collections.ts'
import type { Tenant } from '../deps.ts'
import { orderPacks, packedTo } from './packs.ts'
import { pastRowOf, type PastRow } from './past-row.ts'

/** Received from `from` on and before `to`, epoch milliseconds. */
export interface PastTimes {
  readonly from: number
  readonly to: number
}

const rowsPerPage = 200
const packsPerPage = 5

type Pages = AsyncGenerator<readonly PastRow[]>
const newestFirst = (one: PastRow, other: PastRow) => other.receivedAt - one.receivedAt

/** Orders that are in no pack yet. */
async function* unpacked(scope: Documents, { from, to }: PastTimes): Pages {
  const where = { status: 'scored', received_at: { gte: from, lt: to } }
  const options = { sort: { field: 'received_at', direction: 'desc' }, limit: rowsPerPage } as const
  for await (const rows of everyPage((start) => scope.find(assessments, where, { ...options, ...start })))
    yield rows.map(pastRowOf).filter((row) => row !== undefined)
}

async function* packed(scope: Documents, { from, to }: PastTimes): Pages {
  const options = { sort: { field: 'to', direction: 'desc' }, limit: packsPerPage } as const
  for await (const packs of everyPage((start) =>
    scope.find(orderPacks, { to: { gt: from } }, { ...options, ...start }),
  )) {
    for (const { orders, from: oldest } of packs) {
      if (oldest >= to) continue
      const rows = orders as unknown as readonly PastRow[]
      yield rows.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to).toSorted(newestFirst)
    }
  }
}

/** Scored attempts with the evidence they were scored by, newest first, in pages. */
export const createPastOrders = ({ documents }: { readonly documents: DocumentStore }) => ({
  pages: async function* pages({ merchantId, mode }: Tenant, times: PastTimes): Pages {
    const scope = documents.forMerchant(merchantId, mode)
    const border = await packedTo(scope)
    yield* unpacked(scope, { from: Math.max(border, times.from), to: times.to })
    if (times.from < border) yield* packed(scope, { from: times.from, to: Math.min(border, times.to) })
  },

  count: ({ merchantId, mode }: Tenant, { from, to }: PastTimes): Promise<number> =>
    documents
      .forMerchant(merchantId, mode)
      .count(assessments, { status: 'scored', received_at: { gte: from, lt: to } }),
})
