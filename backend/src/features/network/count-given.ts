import type { OutboxEntry } from '../../platform/outbox/outbox.ts'
import { networkMembers, type MemberDocument } from './collections.ts'
import type { NetworkDeps } from './deps.ts'

/** What a store gave, counted on its own document; the order that makes it heard is announced. */
export const createCount = ({ documents, changes, floors }: NetworkDeps) => {
  const operator = documents.operator()

  /** Once per entry: a batch that comes again meets its own subjects. */
  return async (
    member: MemberDocument,
    field: 'counted_verdicts' | 'counted_outcomes',
    entries: readonly OutboxEntry[],
    inc: (fresh: readonly OutboxEntry[]) => Readonly<Record<string, number>>,
  ): Promise<void> => {
    const counted = new Set(member[field])
    const fresh = entries.filter(({ subject }) => !counted.has(subject))
    if (fresh.length === 0) return
    const increased = { ...inc(fresh), revision: 1 }
    const set = { [field]: entries.map(({ subject }) => subject) }
    const expect = { revision: member.revision }
    await operator.write({ update: networkMembers, id: member.id, changes: { inc: increased, set }, expect })
    const before = member.orders
    const after = before + (inc(fresh)['orders'] ?? 0)
    if (before < floors.orders && after >= floors.orders) await changes.announce()
  }
}
