import { Conflict, type DocumentStore } from '../documents/port.ts'
import { SealingKeyMissing } from '../documents/sealer.ts'
import { keptWhenDoneMs, outbox, type OutboxConsumer, type OutboxEntry, type Tenant } from './outbox.ts'

/** Consumers remember the subjects of one batch, so a batch is never larger than they hold. */
export const entriesAtOnce = 200

interface Batch {
  readonly tenant: Tenant
  readonly entries: OutboxEntry[]
}

const byTenant = (
  rows: readonly { readonly merchantId: string; readonly mode: Tenant['mode']; readonly document: OutboxEntry }[],
): readonly Batch[] => {
  const batches = new Map<string, Batch>()
  for (const { merchantId, mode, document } of rows) {
    const name = `${merchantId}:${mode}`
    const batch = batches.get(name) ?? { tenant: { merchantId, mode }, entries: [] }
    batch.entries.push(document)
    batches.set(name, batch)
  }
  return [...batches.values()]
}

/** One look per merchant at an index: cheap enough for each second, so that today's numbers follow the orders. */
export const createHasOpen =
  (documents: Pick<DocumentStore, 'acrossMerchants'>) =>
  async (kind: OutboxEntry['kind']): Promise<boolean> => {
    const where = { kind, state: 'open' }
    return (await documents.acrossMerchants('outbox.look', outbox, where, { limit: 1 })).items.length > 0
  }

/** Of a store whose keys were destroyed nothing can be folded any more, and it must not hold up the others. */
const tell = async (
  consumers: readonly OutboxConsumer[],
  tenant: Tenant,
  entries: readonly OutboxEntry[],
): Promise<void> => {
  try {
    for (const consumer of consumers) await consumer.fold(tenant, entries)
  } catch (error) {
    if (!(error instanceof SealingKeyMissing)) throw error
  }
}

/**
 * Hands open entries of one kind to all its consumers, then takes them away in one write: the first is marked done and
 * carries the removal of the others. A crash before that brings the same entries again, which consumers recognise by
 * their subjects.
 */
export const createFold = ({
  documents,
  clock,
}: {
  readonly documents: DocumentStore
  readonly clock: () => number
}) => {
  const finish = async ({ tenant, entries }: Batch, consumers: readonly OutboxConsumer[]): Promise<void> => {
    await tell(consumers, tenant, entries)
    const [first, ...others] = entries
    if (!first) return
    const set = { state: 'done', expires_at: clock() + keptWhenDoneMs }
    await documents.forMerchant(tenant.merchantId, tenant.mode).write(
      { update: outbox, id: first.id, changes: { set } },
      others.map(({ id }) => ({ remove: outbox, id })),
    )
  }

  const open = (kind: OutboxEntry['kind']) => {
    const options = { sort: { field: 'at', direction: 'asc' }, limit: entriesAtOnce } as const
    return documents.acrossMerchants('outbox.fold', outbox, { kind, state: 'open' }, options)
  }

  return async (kind: OutboxEntry['kind'], consumers: readonly OutboxConsumer[]): Promise<number> => {
    let folded = 0
    for (;;) {
      const { items } = await open(kind)
      if (items.length === 0) return folded
      try {
        for (const batch of byTenant(items)) await finish(batch, consumers)
      } catch (error) {
        // Overtaken by another worker: what it left open comes with the next run.
        if (error instanceof Conflict) return folded
        throw error
      }
      folded += items.length
    }
  }
}
