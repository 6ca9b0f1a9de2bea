import type { Test } from '../check/where.ts'
import type { Collection, Document } from '../collection.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { InvalidQuery, Misuse } from '../errors.ts'
import type { DocumentStore, FindOptions, Where } from '../port.ts'
import { SealingKeyMissing } from '../sealer.ts'
import { tenantOf } from './codec.ts'
import type { Engine } from './engine.ts'
import { testsFilter, visible } from './filter.ts'
import { placeOf, prepareFind, prepareReading, readRows } from './reader.ts'
import { shelfOf, type Shelf } from './shelf.ts'
import type { Stored, Tenant } from './stored.ts'

const checkTests = ({ name }: Collection, tests: readonly Test[]): void => {
  if (tests.some(({ field }) => field === 'id')) {
    throw new InvalidQuery(`${name}: an id belongs to one merchant, so it cannot be asked for across all.`)
  }
}

const adapt = async (
  engine: Engine,
  shelf: Shelf,
  stored: Stored,
): Promise<(Tenant & { readonly document: Document }) | undefined> => {
  const tenant = tenantOf(stored)
  if (!tenant) throw new Error(`${shelf.collection.name}: a document of no merchant.`)
  try {
    await prepareReading(engine, shelf, tenant)
  } catch (error) {
    // A destroyed key is the end of one store, not of every walk over all of them.
    if (!(error instanceof SealingKeyMissing)) throw error
    engine.keyMissing(shelf.collection.name, tenant.merchantId)
    return undefined
  }
  return { ...tenant, document: shelf.codec.decode(tenant, stored) }
}

/**
 * One query over everybody's documents, in the order of the sort: keys begin with merchant and mode, so the cursor names
 * both. Served by the indexes that are declared for it (`acrossMerchants`), and by the one on _id for scans.
 */
export const createAcrossMerchants =
  (engine: Engine): DocumentStore['acrossMerchants'] =>
  async <T extends Document>(_job: string, from: Collection<T>, where: Where, options: FindOptions) => {
    if (from.scope !== 'merchant') throw new Misuse(`${from.name} does not belong to merchants.`)
    const shelf = shelfOf(engine.shelves, from)
    const { tests, plan } = prepareFind(from, where, options)
    checkTests(from, tests)
    const after = options.after === undefined ? undefined : readCursor(options.after, 2)
    const filters = [visible(from, engine.clock()), ...testsFilter(tests, '')]
    const place = after && ([after[0] ?? null, String(after[1])] as const)
    const found = await readRows(shelf, filters, plan, options.limit, place)
    const kept = found.slice(0, options.limit)
    const items: (Tenant & { readonly document: T })[] = []
    for (const stored of kept) {
      const item = await adapt(engine, shelf, stored)
      if (item) items.push(item as Tenant & { readonly document: T })
    }
    const last = kept.at(-1)
    return { items, next: last && found.length > options.limit ? writeCursor(placeOf(plan, last)) : null }
  }
