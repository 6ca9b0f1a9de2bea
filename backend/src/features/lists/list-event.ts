import type { Follower } from '../../platform/documents/port.ts'
import { eventEntry } from '../../platform/outbox/outbox.ts'
import type { ListItemDocument } from './collections.ts'

type Listed = Pick<ListItemDocument, 'item' | 'list' | 'kind'>

/** What the store's own systems are told of a list: which item, and nothing that names a person. */
export const itemEvent = (
  { item, list, kind }: Listed,
  change: 'added' | 'changed' | 'removed',
  at: number,
): Follower => eventEntry({ kind: 'list_item.changed', at, subject: item, data: { change, list, kind } })

/** One for a whole file: a hundred thousand of them would hold up everything else that waits to be told. */
export const importEvent = (importId: string, added: number, at: number): Follower =>
  eventEntry({ kind: 'list_item.changed', at, subject: importId, data: { change: 'imported', added } })
