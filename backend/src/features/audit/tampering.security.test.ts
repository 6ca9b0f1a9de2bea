import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { NewMerchant } from '../merchants/service.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { linkDigest, noLink, type AuditLink } from './chain/links.ts'
import { operator } from './service.ts'

/** Somebody who holds the database file and may write to it, but not the master secret. */
let house: TestHouse
let shop: NewMerchant

beforeEach(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  for (const name of ['One', 'Two', 'Three']) {
    await house.foundation.merchants.changeSettings(operator, shop.merchantId, { name })
  }
  await house.foundation.trail.follow()
  await house.foundation.trail.anchor()
})
afterEach(() => house.remove())

type Row = Record<string, unknown>

const attack = (steps: (db: Database.Database) => void): void => {
  const db = new Database(join(house.folder, 'goodfaith.db'))
  for (const table of ['audit', 'audit_operator', 'audit_links']) {
    for (const guard of ['no_update', 'no_delete', 'no_replace']) db.exec(`DROP TRIGGER "${table}__${guard}"`)
  }
  steps(db)
  db.close()
}
const linksOf = (db: Database.Database): Row[] =>
  db.prepare<[string], Row>('SELECT * FROM audit_links WHERE organization_id = ? ORDER BY seq').all(shop.organizationId)
const idAt = (db: Database.Database, seq: number): string => String(linksOf(db)[seq - 1]?.['id'])
const verify = () => house.foundation.trail.verify(shop.organizationId)
const bodyOf = (row: Row | undefined): Partial<AuditLink> => JSON.parse(String(row?.['body'])) as Partial<AuditLink>

test('untouched, it is whole', async () => {
  expect(await verify()).toMatchObject({ ok: true, anchors: 1, first_bad: null })
})

test('a changed entry is named', async () => {
  let id = ''
  attack((db) => {
    id = idAt(db, 2)
    db.prepare(`UPDATE audit_operator SET action = 'merchant.looked_at' WHERE id = ?`).run(id)
  })
  expect((await verify()).first_bad).toEqual({ seq: 2, entry_id: id, problem: 'entry_changed' })
})

test('a deleted entry is named', async () => {
  let id = ''
  attack((db) => {
    id = idAt(db, 2)
    db.prepare('DELETE FROM audit_operator WHERE id = ?').run(id)
  })
  expect((await verify()).first_bad).toEqual({ seq: 2, entry_id: id, problem: 'entry_missing' })
})

test('a change that is passed off as a read, to be left out of the list, is named', async () => {
  let id = ''
  attack((db) => {
    id = idAt(db, 3)
    db.prepare(`UPDATE audit_links SET trace = 'read' WHERE id = ?`).run(id)
  })
  expect((await verify()).first_bad).toEqual({ seq: 3, entry_id: id, problem: 'link_changed' })
})

test('an entry deleted with its link leaves a gap', async () => {
  attack((db) => {
    const id = idAt(db, 2)
    db.prepare('DELETE FROM audit_operator WHERE id = ?').run(id)
    db.prepare('DELETE FROM audit_links WHERE id = ?').run(id)
  })
  expect((await verify()).first_bad).toEqual({ seq: 2, entry_id: null, problem: 'link_missing' })
})

test('two that changed places are found', async () => {
  let second = ''
  attack((db) => {
    const [, two, three] = linksOf(db)
    second = String(three?.['id'])
    const move = db.prepare('UPDATE audit_links SET seq = ? WHERE id = ?')
    move.run(1_000_000, two?.['id'])
    move.run(2, three?.['id'])
    move.run(3, two?.['id'])
  })
  expect((await verify()).first_bad).toEqual({ seq: 2, entry_id: second, problem: 'link_changed' })
})

test('an end that was cut off is missed', async () => {
  attack((db) => {
    const last = linksOf(db).at(-1)
    db.prepare('DELETE FROM audit_operator WHERE id = ?').run(last?.['id'])
    db.prepare('DELETE FROM audit_links WHERE id = ?').run(last?.['id'])
  })
  expect((await verify()).first_bad).toMatchObject({ problem: 'tail_missing', entry_id: null })
})

/** Everything after the second link made anew without its entry, each digest right again. */
const recut = (db: Database.Database): void => {
  const links = linksOf(db)
  const removed = links[1]
  db.prepare('DELETE FROM audit_operator WHERE id = ?').run(removed?.['id'])
  db.prepare('DELETE FROM audit_links WHERE id = ?').run(removed?.['id'])
  let previous = bodyOf(links[0]).digest ?? noLink
  links.slice(2).forEach((row, at) => {
    const body = bodyOf(row)
    const link = {
      id: String(row['id']),
      organization_id: shop.organizationId,
      seq: at + 2,
      merchant_id: null,
      mode: null,
      entry_digest: String(body.entry_digest),
      previous,
      linked_at: Number(body.linked_at),
    }
    previous = linkDigest(link)
    const text = JSON.stringify({ ...body, previous: link.previous, digest: previous })
    db.prepare('UPDATE audit_links SET seq = ?, body = ? WHERE id = ?').run(link.seq, text, link.id)
  })
}

test('a tail that was computed anew does not meet what was signed outside', async () => {
  attack(recut)
  expect((await verify()).first_bad).toMatchObject({ problem: 'tail_missing' })
  await house.foundation.merchants.changeSettings(operator, shop.merchantId, { name: 'Four' })
  await house.foundation.trail.follow()
  expect((await verify()).first_bad).toMatchObject({ problem: 'anchor_differs' })
})

test('an entry that was slipped in becomes the newest, not an old one', async () => {
  attack((db) => {
    db.exec(`INSERT INTO audit_operator (tenant, id, organization_id, action, at, body)
      SELECT tenant, 'aud_SLIPPEDIN', organization_id, action, at, body FROM audit_operator WHERE id = '${idAt(db, 1)}'`)
  })
  const { links } = await verify()
  await house.foundation.trail.follow()
  let body: Partial<AuditLink> = {}
  attackReads((db) => {
    body = bodyOf(linksOf(db).at(-1))
  })
  expect((await verify()).links).toBe(links + 1)
  expect(body.linked_at).toBeGreaterThan(Date.now() - 60_000)
})

function attackReads(steps: (db: Database.Database) => void): void {
  const db = new Database(join(house.folder, 'goodfaith.db'), { readonly: true })
  steps(db)
  db.close()
}
