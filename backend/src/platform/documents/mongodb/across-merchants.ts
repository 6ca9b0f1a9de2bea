import type { Collection, Document } from '../collection.ts'
import { readCursor, writeCursor, type CursorPart } from '../cursor.ts'
import { Misuse } from '../errors.ts'
import type { DocumentStore, FindOptions, Mode, Where } from '../port.ts'
import type { Engine } from './engine.ts'
import { prepareFind, readPage } from './reader.ts'
import { reach } from './server-errors.ts'
import { shelfOf, type Shelf } from './shelf.ts'
import type { Tenant } from './stored.ts'

const modes: readonly Mode[] = ['live', 'test']

const compareText = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** Everyone with documents here, by merchant and mode: read from the index that begins with the merchant. */
const tenantsOf = async ({ rows }: Shelf): Promise<readonly Tenant[]> => {
  const merchants = (await reach(() => rows.distinct('m'))) as string[]
  return merchants.sort(compareText).flatMap((merchantId) => modes.map((mode) => ({ merchantId, mode })))
}

/** Where a former page stopped: merchant and mode, and the place within them. */
const positionOf = ({ merchantId, mode }: Tenant, [merchant, atMode]: readonly CursorPart[]): number =>
  compareText(merchantId, String(merchant)) || compareText(mode, String(atMode))

/** One tenant after the other, each by the same indexes as its own queries: no other order is promised. */
export const createAcrossMerchants =
  (engine: Engine): DocumentStore['acrossMerchants'] =>
  async <T extends Document>(_job: string, from: Collection<T>, where: Where, options: FindOptions) => {
    if (from.scope !== 'merchant') throw new Misuse(`${from.name} does not belong to merchants.`)
    const shelf = shelfOf(engine.shelves, from)
    const prepared = prepareFind(from, where, options)
    const cursor = options.after === undefined ? undefined : readCursor(options.after, 4)
    const items: (Tenant & { readonly document: T })[] = []
    for (const tenant of await tenantsOf(shelf)) {
      const position = cursor ? positionOf(tenant, cursor) : 1
      if (position < 0) continue
      const after = position === 0 ? cursor?.slice(2) : undefined
      const page = await readPage(engine, shelf, tenant, prepared, options.limit - items.length, after)
      for (const document of page.items) items.push({ ...tenant, document: document as T })
      // A full page may end with its tenant: the next one then begins by finding nothing more there.
      if (page.end && (page.more || items.length === options.limit)) {
        return { items, next: writeCursor([tenant.merchantId, tenant.mode, ...page.end]) }
      }
    }
    return { items, next: null }
  }
