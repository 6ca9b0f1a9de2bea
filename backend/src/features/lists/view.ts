import type { ListItem } from '#contract/lists.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { keyedOf, type ListItemDocument } from './collections.ts'

const iso = (at: number): string => new Date(at).toISOString()
const isoOrNull = (at: number | null | undefined): string | null => (typeof at === 'number' ? iso(at) : null)

/** Keyed identifiers are shown as searches show them: `email:` and the keyed hash. */
export const refOf = (item: ListItemDocument): string => `${item.kind}:${keyedOf(item)}`

/** As a caller of one mode sees it: only the hits are the mode's own. */
export const viewItem = (item: ListItemDocument, mode: Mode): ListItem => ({
  id: item.item,
  list: item.list,
  kind: item.kind,
  hint: item.hint,
  ref: refOf(item),
  reason: item.reason,
  author: { type: item.author.type, id: item.author.id },
  created_at: iso(item.created_at),
  updated_at: iso(item.updated_at),
  expires_at: isoOrNull(item.expires_at),
  hits: mode === 'live' ? item.hits_live : item.hits_test,
  last_hit_at: isoOrNull(mode === 'live' ? item.last_hit_live : item.last_hit_test),
})
