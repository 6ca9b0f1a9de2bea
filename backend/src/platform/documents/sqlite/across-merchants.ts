import type { Collection, Document } from '../collection.ts'
import { readCursor, writeCursor, type CursorPart } from '../cursor.ts'
import { Misuse } from '../errors.ts'
import type { DocumentStore, FindOptions, Mode, Where } from '../port.ts'
import { SealingKeyMissing, type Sealer } from '../sealer.ts'
import type { Engine } from './documents.ts'
import { prepareFind } from './finder.ts'
import { toDocument } from './row.ts'
import type { Tenant, Tenants } from './tenants.ts'

type Merchant = Tenant & { readonly merchantId: string; readonly mode: Mode }
const isMerchant = (tenant: Tenant): tenant is Merchant => tenant.merchantId !== null && tenant.mode !== null

const compareText = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** Where a former page stopped: merchant and mode, and the place within them. */
const positionOf = ({ merchantId, mode }: Merchant, [merchant, atMode]: readonly CursorPart[]): number =>
  compareText(merchantId, String(merchant)) || compareText(mode, String(atMode))

export type KeyMissing = (collection: string, merchantId: string) => void

/** A destroyed key is the end of one store, not of every walk over all of them. */
const isReadable = async (sealer: Sealer, merchantId: string): Promise<boolean> => {
  try {
    await sealer.prepare(merchantId)
    return true
  } catch (error) {
    if (error instanceof SealingKeyMissing) return false
    throw error
  }
}

/** One tenant after the other, each by the same indexes as its own queries: no other order is promised. */
export const createAcrossMerchants =
  ({ rooms, finder, sealer }: Engine, tenants: Tenants, keyMissing?: KeyMissing): DocumentStore['acrossMerchants'] =>
  async <T extends Document>(_job: string, from: Collection<T>, where: Where, options: FindOptions) => {
    if (from.scope !== 'merchant') throw new Misuse(`${from.name} does not belong to merchants.`)
    const { table } = rooms(from)
    const prepared = prepareFind(from, where, options)
    const cursor = options.after === undefined ? undefined : readCursor(options.after, 4)
    const items: { readonly merchantId: string; readonly mode: Mode; readonly document: T }[] = []
    for (const tenant of tenants.all().filter(isMerchant)) {
      const { merchantId, mode } = tenant
      const position = cursor ? positionOf(tenant, cursor) : 1
      if (position < 0) continue
      const after = position === 0 ? cursor?.slice(2) : undefined
      if (from.sealed === true && !(await isReadable(sealer, merchantId))) {
        keyMissing?.(from.name, merchantId)
        continue
      }
      const { rows, end, more } = finder.page(table, tenant, prepared, options.limit - items.length, after)
      for (const row of rows) {
        items.push({ merchantId, mode, document: toDocument(table.layout, table.codec, tenant, row) as T })
      }
      // A full page may end with its tenant: the next one then begins by finding nothing more there.
      if (end && (more || items.length === options.limit)) {
        return { items, next: writeCursor([merchantId, mode, ...end]) }
      }
    }
    return { items, next: null }
  }
