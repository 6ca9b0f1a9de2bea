import type { ListItem, ListItemChange, ListItemRequest } from '#contract/lists.ts'
import { Conflict } from '../../platform/documents/port.ts'
import type { Actor } from '../audit/service.ts'
import { listItems } from './collections.ts'
import type { ListDeps, Tenant } from './deps.ts'
import { notFound, type ListFinder } from './find-items.ts'
import { itemEvent } from './list-event.ts'
import { invalid } from './named.ts'
import { refuseCards } from './refuse-cards.ts'
import type { StoreItems } from './store-items.ts'
import type { Trace } from './trace.ts'
import { viewItem } from './view.ts'

const parseExpiry = (text: string | null | undefined, now: number): number | null => {
  if (text === null || text === undefined) return null
  const at = Date.parse(text)
  if (!(at > now)) throw invalid('/expires_at', 'The expiry must be in the future.')
  return at
}

export const createItems = (
  deps: Pick<ListDeps, 'clock'> & {
    readonly items: StoreItems
    readonly trace: Trace
    readonly finder: ListFinder
  },
) => {
  const { clock, items, trace, finder } = deps

  const { byId, named } = finder

  const add = async (tenant: Tenant, actor: Actor, wanted: ListItemRequest): Promise<ListItem> => {
    refuseCards(wanted)
    const { list, reason = null, expires_at: expiry, ...naming } = wanted
    const { merchantId, mode } = tenant
    const draft = {
      ...(await named(tenant, naming)),
      list,
      kind: naming.kind,
      reason: reason === '' ? null : reason,
      expiresAt: parseExpiry(expiry, clock()),
      author: actor,
    }
    const details = { list, kind: naming.kind }
    const told = await trace(merchantId, { actor, action: 'list_item.added', id: list, details })
    const { item } = await items.store(merchantId, draft, [told])
    return viewItem(item, mode)
  }

  const change = async (tenant: Tenant, actor: Actor, id: string, wanted: ListItemChange): Promise<ListItem> => {
    refuseCards(wanted)
    const item = await byId(tenant, id)
    const reason = wanted.reason === undefined ? item.reason : wanted.reason
    const expiresAt =
      wanted.expires_at === undefined ? (item.expires_at ?? null) : parseExpiry(wanted.expires_at, clock())
    const details = { list: item.list, kind: item.kind }
    const told = await trace(tenant.merchantId, { actor, action: 'list_item.changed', id, details })
    const set = { reason, updated_at: clock(), ...(expiresAt !== null && { expires_at: expiresAt }) }
    const changes = { set, ...(expiresAt === null && { unset: ['expires_at'] }), inc: { revision: 1 } }
    const followers = [told, itemEvent(item, 'changed', clock())]
    await items.scopeOf(tenant.merchantId).write({ update: listItems, id: item.id, changes }, followers)
    return viewItem(await byId(tenant, id), tenant.mode)
  }

  const remove = async (tenant: Tenant, actor: Actor, id: string) => {
    const item = await byId(tenant, id)
    const scope = items.scopeOf(tenant.merchantId)
    const details = { list: item.list, kind: item.kind }
    // First the trace: a removal has no followers, and a trace without a removal is the lesser evil.
    const told = await trace(tenant.merchantId, { actor, action: 'list_item.removed', id, details })
    const touched = { update: listItems, id: item.id, changes: { inc: { revision: 1 } } }
    try {
      await scope.write(touched, [told, itemEvent(item, 'removed', clock())])
      await scope.write({ remove: listItems, id: item.id })
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      throw notFound()
    }
    return { id, removed_at: new Date(clock()).toISOString() }
  }

  return { add, change, remove }
}
