import { parseWhere } from '../check/where.ts'
import type { Document } from '../collection.ts'
import { matches } from '../matches.ts'
import { Conflict, type Changes, type Follower, type Head, type Where } from '../port.ts'
import { changeRow } from './change-row.ts'
import type { Room } from './rooms.ts'
import { toContent, valueOfRow, type Content, type Row } from './row.ts'
import type { Tenant } from './tenants.ts'

export interface Moment {
  readonly tenant: Tenant
  readonly now: number
}

const blank = ({ table: { layout } }: Room): Content => ({
  cells: layout.fields.map(() => null),
  body: null,
  later: null,
  events: null,
})

export const isVisible = ({ expiresAt }: Room, row: Row, now: number): boolean => {
  if (row.removedAt !== null) return false
  const expires = expiresAt === -1 ? null : row.cells[expiresAt]
  return typeof expires !== 'number' || expires > now
}

/** A head may take an id whose document was removed or has expired. */
const place = (room: Room, { tenant, now }: Moment, id: string, content: Content): boolean =>
  room.guardUnique(tenant, content, now, () => {
    if (room.table.insert(tenant, id, content)) return true
    const row = room.table.select(tenant, id)
    if (!row || isVisible(room, row, now)) return false
    room.table.revive(row, content)
    return true
  })

const insert = (room: Room, moment: Moment, document: Document): void => {
  const content = toContent(room.table.layout, room.table.codec, moment.tenant, document)
  if (!place(room, moment, document.id, content)) throw new Conflict('exists', room.table.layout.name)
}

const find = (room: Room, { tenant, now }: Moment, id: string): Row | undefined => {
  const row = room.table.select(tenant, id)
  return row && isVisible(room, row, now) ? row : undefined
}

const expectOf = ({ table: { layout } }: Room, row: Row, expect: Where | undefined): void => {
  if (!expect || matches(parseWhere(layout.collection, expect), valueOfRow(layout, row))) return
  throw new Conflict('expectation', layout.name)
}

const change = (room: Room, { tenant, now }: Moment, row: Row, changes: Changes): void => {
  const content = changeRow(room.table, tenant, row.id, row, changes, room.latePush)
  room.guardUnique(tenant, content, now, () => room.table.update(row, content))
}

const create = (room: Room, { tenant }: Moment, document: Document, changes: Changes): Content => {
  const { layout, codec } = room.table
  const first = toContent(layout, codec, tenant, document)
  return changeRow(room.table, tenant, document.id, first, changes, room.latePush)
}

export const applyHead = (room: Room, moment: Moment, head: Head): void => {
  if ('insert' in head) {
    insert(room, moment, head.document)
    return
  }
  const row = find(room, moment, head.id)
  if (row) expectOf(room, row, head.expect)
  if ('upsert' in head && !row) place(room, moment, head.id, create(room, moment, head.create, head.changes))
  else if (!row) throw new Conflict('missing', room.table.layout.name)
  else if ('remove' in head) room.table.bury(row, moment.now)
  else change(room, moment, row, head.changes)
}

/** Whatever state a row of this id is in, a follower respects it: tombstones and expired rows are never raised. */
export const applyFollower = (room: Room, moment: Moment, follower: Follower): void => {
  const { tenant, now } = moment
  const { table } = room
  if ('insert' in follower) {
    table.insert(tenant, follower.document.id, toContent(table.layout, table.codec, tenant, follower.document))
    return
  }
  const row = table.select(tenant, follower.id)
  if ('remove' in follower) {
    // The document to remove may still come: the tombstone stands in its place.
    if (!row) table.insertAbsent(tenant, follower.id, blank(room), now)
    else if (row.removedAt === null) table.bury(row, now)
    return
  }
  if (!row) {
    table.insertAbsent(tenant, follower.id, create(room, moment, { id: follower.id }, follower.changes))
  } else if (isVisible(room, row, now)) change(room, moment, row, follower.changes)
}
