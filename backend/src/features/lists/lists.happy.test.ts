import type { ListImport, ListItem, ListItems, ListSearchReply } from '#contract/lists.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { outbox } from '../../platform/outbox/outbox.ts'
import { listRoom } from './collections.ts'
import { callConsole, signInTo } from '../../testing/console.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { identify } from '../../platform/identifiers/identify.ts'
import { normaliseEmail } from '../../platform/identifiers/email.ts'
import { sha256 } from '../../platform/identifiers/normalised.ts'

let house: TestHouse
let shop: NewMerchant
let now = Date.now()
beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
  send(house, { method, path: `/v1/lists${path}`, body, keys: shop.test, now })
const add = async (body: unknown) => (await call('POST', '', body)).body as ListItem

/** As an order of this store would have it. */
const emailOf = async (address: string) =>
  identify(await house.foundation.vault.storeKeys(shop.merchantId), 'email', normaliseEmail(address))
const hitsOf = async (address: string) =>
  house.services.lists.hitsOf({ merchantId: shop.merchantId }, { email: await emailOf(address) })

test('a store without lists asks for nothing', async () => {
  const fresh = await house.createMerchant('Fresh')
  const { documents } = house.foundation
  const reads = jest.spyOn(documents, 'forMerchant')
  const email = await emailOf('jo@example.com')
  await house.services.lists.hitsOf({ merchantId: fresh.merchantId }, { email })
  reads.mockClear()
  expect(await house.services.lists.hitsOf({ merchantId: fresh.merchantId }, { email })).toEqual([])
  expect(reads).not.toHaveBeenCalled()
  reads.mockRestore()
})

test('what is listed is met by an order with the same mailbox, in whatever spelling, and only a hint is kept', async () => {
  const item = await add({ list: 'block', kind: 'email', value: 'Jo.Doe+x@Gmail.com', reason: 'chargeback in May' })
  expect(item).toMatchObject({
    list: 'block',
    kind: 'email',
    hint: 'j***@g***.com',
    reason: 'chargeback in May',
    author: { type: 'key' },
    expires_at: null,
    hits: 0,
    last_hit_at: null,
  })
  expect(await hitsOf('jodoe@googlemail.com')).toEqual([{ list: 'block', kind: 'email', item_id: item.id }])
  expect(await hitsOf('jane@gmail.com')).toEqual([])
})

test('a hash, an assessment and the value itself are one item', async () => {
  const order = { order: { id: 'by-order', amount: 100, currency: 'EUR' }, email: { address: 'ann@shop.example' } }
  const scored = await send(house, { path: '/v1/assessments', body: order, keys: shop.test, now })
  const { id } = scored.body as { id: string }
  const first = await add({ list: 'watch', kind: 'email', assessment_id: id })
  const digest = sha256('ann@shop.example').toString('hex')
  const second = await add({ list: 'watch', kind: 'email', value_sha256: digest, reason: 'asked twice' })
  const third = await add({ list: 'watch', kind: 'email', value: 'ANN@shop.example', reason: 'asked twice' })
  expect([second.id, third.id]).toEqual([first.id, first.id])
  expect(third).toMatchObject({ hint: 'a***@s***.example', reason: 'asked twice' })
})

test.each([
  ['email_domain', { value: 'ringmail.example' }],
  ['phone', { value: '0151 12345678', country: 'DE' }],
  ['ip', { value: '2001:db8::1' }],
  ['device', { value: 'installation-1' }],
  ['card', { value: 'pm_9f' }],
  ['account', { value: 'c_77' }],
  ['address', { address: { address: 'Ring 1', postal: '53111', country: 'DE' } }],
])('a %s can be listed and is found again by its value', async (kind, named) => {
  const item = await add({ list: 'allow', kind, ...named })
  const found = (await call('POST', '/search', { kind, ...named })).body as ListSearchReply
  expect(found.data.map(({ id }) => id)).toEqual([item.id])
})

test('an item ends at its expiry, may be changed before, and may come again', async () => {
  const until = new Date(now + 60_000).toISOString()
  const item = await add({ list: 'allow', kind: 'email', value: 'old@shop.example', expires_at: until })
  expect(await hitsOf('old@shop.example')).toHaveLength(1)
  const longer = new Date(now + 120_000).toISOString()
  const changed = await call('PATCH', `/${item.id}`, { expires_at: longer, reason: 'regular' })
  expect(changed.body).toMatchObject({ expires_at: longer, reason: 'regular' })
  now += 120_001
  expect(await hitsOf('old@shop.example')).toEqual([])
  expect((await call('GET', `/${item.id}`)).status).toBe(404)
  const again = await add({ list: 'allow', kind: 'email', value: 'old@shop.example' })
  expect(again.id).not.toBe(item.id)
  expect(await hitsOf('old@shop.example')).toHaveLength(1)
})

test('what is removed is met no more, and may be listed again', async () => {
  const item = await add({ list: 'block', kind: 'email', value: 'gone@shop.example' })
  expect((await call('DELETE', `/${item.id}`)).status).toBe(200)
  expect(await hitsOf('gone@shop.example')).toEqual([])
  await add({ list: 'block', kind: 'email', value: 'gone@shop.example' })
  expect(await hitsOf('gone@shop.example')).toHaveLength(1)
})

test('lists are shared by both modes and paged newest first', async () => {
  const live = await send(house, { method: 'GET', path: '/v1/lists?limit=2', keys: shop.live, now })
  const first = live.body as ListItems
  expect(first.data).toHaveLength(2)
  expect(first.has_more).toBe(true)
  const more = await call('GET', `?limit=100&after=${encodeURIComponent(first.next_cursor ?? '')}`)
  const rest = more.body as ListItems
  const all = [...first.data, ...rest.data]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const blocked = (await call('GET', '?list=block&kind=email')).body as ListItems
  expect(blocked.data.every(({ list, kind }) => list === 'block' && kind === 'email')).toBe(true)
})

test('hits are counted once per order and mode, however often the entry comes', async () => {
  const item = await add({ list: 'watch', kind: 'email', value: 'hit@shop.example' })
  const entry = (subject: string) => ({
    ...({ id: `out_${subject}`, kind: 'assessment.scored', state: 'open', at: now, subject } as const),
    data: { list_hits: item.id },
  })
  const { createHitsConsumer } = await import('./service.ts')
  const consumer = createHitsConsumer(house.foundation.documents)
  const tenant = { merchantId: shop.merchantId, mode: 'test' } as const
  await consumer.fold(tenant, [entry('asm_1'), entry('asm_2')])
  await consumer.fold(tenant, [entry('asm_1'), entry('asm_2'), entry('asm_3')])
  await consumer.fold({ ...tenant, mode: 'live' }, [entry('asm_4')])
  const seen = (await call('GET', `/${item.id}`)).body as ListItem
  expect(seen).toMatchObject({ hits: 3, last_hit_at: new Date(now).toISOString() })
  const live = await send(house, { method: 'GET', path: `/v1/lists/${item.id}`, keys: shop.live, now })
  expect(live.body).toMatchObject({ hits: 1 })
})

test('a file comes in by parts, is told line by line, and goes out and in again', async () => {
  const file = await house.createMerchant('Files')
  const inFile = (method: 'GET' | 'POST', path: string, body?: unknown) =>
    send(house, { method, path: `/v1/lists${path}`, body, keys: file.live, now })
  const started = (await inFile('POST', '/imports', { name: 'old.csv', rows_total: 5 })).body as ListImport
  const header = 'Kind;value;list;reason'
  const part = (firstLine: number, lines: readonly string[], last = false) =>
    inFile('POST', `/imports/${started.id}/parts`, { first_line: firstLine, csv: [header, ...lines].join('\n'), last })
  await part(2, ['email;a@shop.example;block;=HYPERLINK("x")', 'email;nonsense;block;'])
  const replayed = await part(2, ['email;a@shop.example;block;other'])
  expect(replayed.body).toMatchObject({ rows_done: 2, added: 1, refused: 1, next_line: 4, state: 'open' })
  const done = await part(4, ['email;b@shop.example;block;', 'email;B@shop.example;block;', ';c@shop.example;;'], true)
  expect(done.body).toMatchObject({
    ...{ state: 'done', rows_total: 5, rows_done: 5, added: 2, unchanged: 1, refused: 2, next_line: 7 },
    problems: [
      { line: 3, column: 'value', detail: 'This is no e-mail address.' },
      { line: 6, column: 'list', detail: 'One of allow, block, watch is needed.' },
    ],
  })
  const out = await inFile('GET', '/export')
  expect(out.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'x-total-rows': '2' })
  expect(out.text).toContain(`"'=HYPERLINK(""x"")"`)
  const other = (await inFile('POST', '/imports', { name: 'again.csv' })).body as ListImport
  const again = await inFile('POST', `/imports/${other.id}/parts`, { first_line: 2, csv: out.text, last: true })
  expect(again.body).toMatchObject({ rows_done: 2, added: 0, unchanged: 2, refused: 0 })
})

test('the dashboard keeps lists the same way', async () => {
  const person = await signInTo(house, shop.organizationId, 'approver')
  const lists = `/stores/${shop.merchantId}/live/lists`
  const added = await person.post(lists, { list: 'block', kind: 'account', value: 'c_13', reason: 'reseller' })
  expect(added.status).toBe(201)
  const { id } = added.body as ListItem
  expect((await person.get(`${lists}/${id}`)).body).toMatchObject({ author: { type: 'person' }, reason: 'reseller' })
  expect((await person.patch(`${lists}/${id}`, { reason: null })).body).toMatchObject({ reason: null })
  expect((await person.post(`${lists}/${id}/remove`)).status).toBe(200)
  const viewer = await signInTo(house, shop.organizationId, 'viewer')
  expect((await viewer.get(lists)).status).toBe(200)
  const refused = await callConsole(house, { path: `${lists}/export`, cookie: viewer.cookie })
  expect(refused.body).toMatchObject({ code: 'role_insufficient' })
})

const eventsOf = async (subject: string) => {
  const scope = house.foundation.documents.forMerchant(shop.merchantId, listRoom)
  const { items } = await scope.find(outbox, { kind: 'list_item.changed', state: 'open' }, { limit: 100 })
  // Within one instant they have no order among each other.
  const about = items.filter((entry) => entry.subject === subject).map(({ data }) => data)
  return about.sort((one, other) => String(one['change']).localeCompare(String(other['change'])))
}

test('each change of an item is an event, and a whole file is one', async () => {
  const { id } = await add({ list: 'watch', kind: 'email', value: 'told@example.org' })
  await add({ list: 'watch', kind: 'email', value: 'told@example.org' })
  await call('PATCH', `/${id}`, { reason: 'asked twice' })
  await call('DELETE', `/${id}`)
  const about = { list: 'watch', kind: 'email' }
  expect(await eventsOf(id)).toEqual([
    { change: 'added', ...about },
    { change: 'changed', ...about },
    { change: 'removed', ...about },
  ])
  const file = (await call('POST', '/imports', { name: 'a.csv', list: 'block', kind: 'email' })).body as ListImport
  const csv = 'value\none@file.example\ntwo@file.example'
  await call('POST', `/imports/${file.id}/parts`, { first_line: 2, csv, last: true })
  expect(await eventsOf(file.id)).toEqual([{ change: 'imported', added: 2 }])
})
