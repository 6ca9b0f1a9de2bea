import type { Documents, DocumentStore } from '../../platform/documents/port.ts'
import type { OutboxConsumer, OutboxEntry, Tenant } from '../../platform/outbox/outbox.ts'
import type { StoredOrders } from '../assessments/service.ts'
import { hasLinked, linkedPush, profiles, readProfiles } from '../velocity/service.ts'
import { eventsBeside, personProfiles, reachedFrom } from './linked-pushes.ts'

export { eventsBeside, personProfiles, reachedFrom } from './linked-pushes.ts'

export interface GroupDeps {
  readonly documents: DocumentStore
  readonly stored: Pick<StoredOrders, 'byIds' | 'ladder'>
}

const signOf = ({ data }: OutboxEntry): -1 | 0 | 1 => {
  const bad = Number(data['bad'])
  return bad > 0 ? 1 : bad < 0 ? -1 : 0
}

/**
 * A bad order is told to the people one step further: identifiers that never met it, but shared an earlier order with one
 * that did. Bounded, and taken back where it was told.
 */
export const createGroupsConsumer = ({ documents, stored }: GroupDeps): OutboxConsumer => {
  const tell = async (scope: Documents, tenant: Tenant, entry: OutboxEntry): Promise<void> => {
    const delta = signOf(entry)
    const [order] = delta === 0 ? [] : await stored.byIds(tenant, [String(entry.data['assessment_id'])])
    if (!order || order.magic || delta === 0) return
    const ladder = await stored.ladder(tenant)
    const beside = eventsBeside(order, await readProfiles(scope, ladder, personProfiles(order)))
    const ids = beside.map(({ id }) => id)
    const reached = reachedFrom(order, await stored.byIds(tenant, ids))
    const known = await readProfiles(scope, ladder, reached)
    const { orderRef, receivedAt: orderAt } = order
    for (const profile of reached) {
      if (delta < 0 && !hasLinked(known.get(profile), orderRef)) continue
      const told = { id: `${entry.subject} linked`, at: entry.at, orderRef, orderAt, delta }
      const { id, changes } = linkedPush(told, profile, ladder)
      await scope.write({ upsert: profiles, id, create: { id, events: [] }, changes })
    }
  }

  return {
    name: 'groups',
    kind: 'outcome.changed',
    fold: async (tenant, entries) => {
      const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
      // A past that is brought in tells its groups itself, where it stands in time.
      for (const entry of entries) if (entry.data['past'] !== true) await tell(scope, tenant, entry)
    },
  }
}
