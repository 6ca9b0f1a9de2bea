import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import type { OutboxConsumer, OutboxEntry, Tenant } from '../../platform/outbox/outbox.ts'
import { listItems, listRoom, type ListItemDocument } from './collections.ts'

/** How hits travel from a verdict to here: `lst_1 lst_2` in the outbox entry. */
export const hitsField = 'list_hits'

interface Hits {
  /** Assessments that met the item. */
  readonly subjects: string[]
  lastAt: number
}

const hitsByItem = (entries: readonly OutboxEntry[]): ReadonlyMap<string, Hits> => {
  const byItem = new Map<string, Hits>()
  for (const { subject, at, data } of entries) {
    for (const id of String(data[hitsField] ?? '').split(' ')) {
      if (id === '') continue
      const hits = byItem.get(id) ?? { subjects: [], lastAt: 0 }
      hits.subjects.push(subject)
      hits.lastAt = Math.max(hits.lastAt, at)
      byItem.set(id, hits)
    }
  }
  return byItem
}

const tries = 4

/** Counts off the hot path, each order once: a batch that comes again after a crash meets its own subjects. */
export const createHitsConsumer = (documents: DocumentStore): OutboxConsumer => {
  const countOne = async ({ merchantId, mode }: Tenant, id: string, { subjects, lastAt }: Hits): Promise<void> => {
    const scope = documents.forMerchant(merchantId, listRoom)
    const { items } = await scope.find(listItems, { item: id }, { limit: 1, sort: { field: 'id', direction: 'desc' } })
    const item: ListItemDocument | undefined = items[0]
    if (!item) return // removed since
    const counted = new Set(mode === 'live' ? item.counted_live : item.counted_test)
    const fresh = subjects.filter((subject) => !counted.has(subject))
    if (fresh.length === 0) return
    const changes = {
      inc: { [`hits_${mode}`]: fresh.length, revision: 1 },
      max: { [`last_hit_${mode}`]: lastAt },
      set: { [`counted_${mode}`]: subjects },
    }
    await scope.write({ update: listItems, id: item.id, changes, expect: { revision: item.revision } })
  }

  const count = async (tenant: Tenant, id: string, hits: Hits): Promise<void> => {
    for (let round = 1; ; round += 1) {
      try {
        await countOne(tenant, id, hits)
        return
      } catch (error) {
        // Somebody changed or removed it at the same moment.
        if (!(error instanceof Conflict) || round === tries) throw error
      }
    }
  }

  return {
    name: 'list-hits',
    kind: 'assessment.scored',
    fold: async (tenant, entries) => {
      for (const [id, hits] of hitsByItem(entries)) await count(tenant, id, hits)
    },
  }
}
