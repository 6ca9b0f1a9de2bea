import type { ListImport } from '#contract/lists.ts'
import type { Problem } from '#contract/problem.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
  send(house, { method, path: `/v1/lists${path}`, body, keys: shop.test })

const email = { list: 'block', kind: 'email', value: 'jo@shop.example' }

test.each([
  ['no way to name it', { list: 'block', kind: 'email' }, '/value'],
  ['two ways', { ...email, value_sha256: 'a'.repeat(64) }, '/value'],
  ['no e-mail', { ...email, value: 'jo at shop' }, '/value'],
  ['a free mail domain', { list: 'block', kind: 'email_domain', value: 'gmail.com' }, '/value'],
  ['no domain', { list: 'block', kind: 'email_domain', value: 'shop' }, '/value'],
  ['a telephone number of nowhere', { list: 'block', kind: 'phone', value: '0151 12345678' }, '/value'],
  ['a range of addresses', { list: 'block', kind: 'ip', value: '10.0.0.0/8' }, '/value'],
  [
    'an address without a street',
    { list: 'block', kind: 'address', address: { address: ' ', postal: '1' } },
    '/address',
  ],
  [
    'an address for an e-mail',
    { list: 'block', kind: 'email', address: { address: 'Ring 1', postal: '1' } },
    '/address',
  ],
  ['a reference of another kind', { list: 'block', kind: 'email', ref: `phone:${'a'.repeat(64)}` }, '/ref'],
  ['a past expiry', { ...email, expires_at: '2020-01-01T00:00:00Z' }, '/expires_at'],
  ['an unknown list', { ...email, list: 'grey' }, '/list'],
  ['a hash that is none', { list: 'block', kind: 'email', value_sha256: 'nothing' }, '/value_sha256'],
  ['a long reason', { ...email, reason: 'x'.repeat(201) }, '/reason'],
])('%s is refused, and told without the value', async (_, body, pointer) => {
  const { status, body: answered } = await call('POST', '', body)
  expect(status).toBe(422)
  expect((answered as Problem).errors?.[0]?.pointer).toBe(pointer)
  expect(JSON.stringify(answered)).not.toContain('jo at shop')
})

test('an assessment that is none, or has no such identifier', async () => {
  const none = await call('POST', '', { list: 'block', kind: 'email', assessment_id: `asm_${'0'.repeat(26)}` })
  expect(none.status).toBe(404)
  const order = { order: { id: 'bare', amount: 100, currency: 'EUR' } }
  const scored = await send(house, { path: '/v1/assessments', body: order, keys: shop.test })
  const { id } = scored.body as { id: string }
  const bare = await call('POST', '', { list: 'block', kind: 'email', assessment_id: id })
  expect((bare.body as Problem).errors?.[0]?.pointer).toBe('/assessment_id')
})

test('a removed item is gone for every call', async () => {
  const { body } = await call('POST', '', email)
  const { id } = body as { id: string }
  await call('DELETE', `/${id}`)
  for (const [method, sent] of [['GET'], ['PATCH', { reason: 'x' }], ['DELETE']] as const) {
    expect((await call(method, `/${id}`, sent)).status).toBe(404)
  }
})

test('a cursor that nobody gave', async () => {
  expect((await call('GET', '?after=nonsense')).body).toMatchObject({ code: 'validation_failed' })
})

describe('a file', () => {
  const open = async (more: Readonly<Record<string, unknown>> = {}) =>
    (await call('POST', '/imports', { name: 'file.csv', ...more })).body as ListImport
  const part = (id: string, csv: string, firstLine = 2, last = false) =>
    call('POST', `/imports/${id}/parts`, { first_line: firstLine, csv, last })

  test('is taken in order, and says where to go on', async () => {
    const { id } = await open()
    const early = await part(id, 'list,kind,value\nblock,email,a@shop.example', 9)
    expect((early.body as Problem).errors?.[0]?.detail).toBe('Lines are taken in order: send from line 2 on.')
  })

  test('names its columns, and closes its quotes', async () => {
    const { id } = await open()
    expect((await part(id, 'block,email,a@shop.example')).body).toMatchObject({ code: 'validation_failed' })
    const unclosed = await part(id, 'list,kind,value\nblock,email,a@shop.example\nblock,email,"b@shop.example\n')
    expect((unclosed.body as Problem).errors?.[0]?.detail).toBe('Line 3 opens a quote that is never closed.')
    const { body } = await call('GET', `/imports/${id}`)
    expect(body).toMatchObject({ rows_done: 0, added: 0, next_line: 2 })
  })

  test('may leave list and kind to its sender', async () => {
    const { id } = await open({ list: 'watch', kind: 'email' })
    expect((await part(id, 'value\nx@shop.example\ny@shop.example\n')).body).toMatchObject({ added: 2, next_line: 4 })
  })

  test('tells of each line that was not taken, the first hundred', async () => {
    const { id } = await open({ list: 'watch', kind: 'email' })
    const lines = [...Array(120).keys()].map((at) => `nothing ${at}`)
    const { body } = await part(id, ['value', ...lines].join('\n'))
    const { refused, problems } = body as ListImport
    expect([refused, problems.length, problems[0]?.line, problems[99]?.line]).toEqual([120, 100, 2, 101])
  })

  test('is finished once', async () => {
    const { id } = await open({ list: 'watch', kind: 'email' })
    await part(id, 'value\nlast@shop.example\n', 2, true)
    const { body } = await part(id, 'value\nlater@shop.example\n', 3)
    expect(body).toMatchObject({ state: 'done', rows_done: 1, added: 1 })
  })

  test('keeps what stands on a list as it is', async () => {
    await call('POST', '', { ...email, value: 'kept@shop.example', reason: 'own words' })
    const { id } = await open()
    const { body } = await part(id, 'list,kind,value,reason\nblock,email,kept@shop.example,other\n')
    expect(body).toMatchObject({ added: 0, unchanged: 1 })
    const found = await call('POST', '/search', { kind: 'email', value: 'kept@shop.example' })
    expect(found.body).toMatchObject({ data: [{ reason: 'own words' }] })
  })
})
