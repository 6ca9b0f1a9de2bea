import { listNames, type ListItem, type ListQuery, type ListSearch, type ListSearchReply } from '#contract/lists.ts'
import { AppError } from '../../platform/app-error.ts'
import { InvalidCursor } from '../../platform/documents/errors.ts'
import type { Where } from '../../platform/documents/port.ts'
import { distinctItems, itemKey, listItems, type ListItemDocument } from './collections.ts'
import type { ListDeps, Tenant } from './deps.ts'
import { createNamed, invalid } from './named.ts'
import { refuseCards } from './refuse-cards.ts'
import type { StoreItems } from './store-items.ts'
import { viewItem } from './view.ts'

export const notFound = () => new AppError('not_found', { detail: 'There is no such list item.' })

export const createFinder = (
  deps: Pick<ListDeps, 'storeKeys' | 'identifiersOf'> & { readonly items: Pick<StoreItems, 'scopeOf' | 'byItem'> },
) => {
  const { items } = deps
  const named = createNamed(deps)

  const byId = async ({ merchantId }: Tenant, id: string): Promise<ListItemDocument> => {
    if (!/^lst_[0-9A-Z]{26}$/.test(id)) throw notFound()
    const item = await items.byItem(merchantId, id)
    if (!item) throw notFound()
    return item
  }

  const whereOf = ({ list, kind }: ListQuery): Where => ({ ...(list && { list }), ...(kind && { kind }) })

  const list = async ({ merchantId, mode }: Tenant, query: ListQuery) => {
    const { limit, after } = query
    const sort = { field: 'created_at', direction: 'desc' } as const
    const options = { sort, limit, ...(after !== undefined && { after }) }
    const page = await items
      .scopeOf(merchantId)
      .find(listItems, whereOf(query), options)
      .catch((error: unknown) => {
        throw error instanceof InvalidCursor ? invalid('/after', error.message) : error
      })
    return {
      data: page.items.map((item) => viewItem(item, mode)),
      has_more: page.next !== null,
      next_cursor: page.next,
    }
  }

  const search = async (tenant: Tenant, wanted: ListSearch): Promise<ListSearchReply> => {
    refuseCards(wanted)
    const { places, hint } = await named(tenant, wanted)
    const ids = listNames.flatMap((name) => places.map((place) => itemKey(name, wanted.kind, place)))
    const found = await items.scopeOf(tenant.merchantId).getMany(listItems, ids)
    return { hint, data: distinctItems(found).map((item) => viewItem(item, tenant.mode)) }
  }

  const get = async (tenant: Tenant, id: string): Promise<ListItem> => viewItem(await byId(tenant, id), tenant.mode)

  return { byId, named, list, search, get }
}
export type ListFinder = ReturnType<typeof createFinder>
