import type { Assessment } from '#contract/assessment.ts'
import { Keys, KeySecrets, Me } from '#contract/console.ts'
import type { NewMerchant } from '../features/merchants/service.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from './console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from './house.ts'
import { tokenTo } from './letters.ts'

/** Fields that a handler keeps but nobody asked for: each would make the caller more than they are. */
let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
let owner: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant('Ours')
  other = await house.createMerchant('Theirs')
  owner = await signInTo(house, shop.organizationId)
}, 60_000)
afterAll(() => house.remove())

const post = (path: string, body: unknown) => callConsole(house, { method: 'post', path, body })
const store = () => `/stores/${shop.merchantId}/live`

test('who signs up belongs to an organisation of their own, whatever they name', async () => {
  const email = 'eve@shop.example'
  const more = { organization_id: shop.organizationId, role: 'operator', id: 'usr_1', confirmed: true }
  await post('/sign-up', { email, name: 'Eve', organization: 'Evil', ...more })
  const token = await tokenTo(house, email, 'confirm-address')
  const answer = await post('/sign-up/confirm', { token, password: 'a quiet harbour 7', ...more, email: 'x@y.example' })
  const { person, organization, role, stores } = Me.parse(answer.body)
  expect({ email: person.email, name: organization.name, role, stores }).toEqual({
    ...{ email, name: 'Evil', role: 'owner', stores: [] },
  })
  expect(organization.id).not.toBe(shop.organizationId)
})

test('who is invited has the role of the invitation', async () => {
  await owner.post('/people/invitations', { email: 'bo@shop.example', role: 'viewer' })
  const token = await tokenTo(house, 'bo@shop.example', 'invitation')
  const joined = await post('/invitations/join', {
    ...{ token, name: 'Bo', password: 'a quiet harbour 7' },
    ...{ role: 'owner', email: 'boss@shop.example', organization_id: other.organizationId },
  })
  const cookie = cookiesOf(joined)
  const signedIn =
    cookie === '' ? await post('/sign-in', { email: 'bo@shop.example', password: 'a quiet harbour 7' }) : joined
  const me = Me.parse((await callConsole(house, { path: '/me', cookie: cookiesOf(signedIn) })).body)
  expect([me.role, me.organization.id, me.person.email]).toEqual(['viewer', shop.organizationId, 'bo@shop.example'])
})

test('a store goes to nobody else with its settings', async () => {
  const more = { merchant_id: other.merchantId, organization_id: other.organizationId, id: other.merchantId }
  await owner.patch(`${store()}/settings`, { name: 'Ours still', ...more })
  const { stores } = Me.parse((await owner.get('/me')).body)
  expect(stores.map(({ id, name }) => [id, name])).toEqual([[shop.merchantId, 'Ours still']])
})

test('a key belongs to the store of the address, and nobody chooses its secret', async () => {
  const chosen = { secret_key: other.live.secretKey, token_digest: 'f'.repeat(64), id: 'key_mine', revoked: false }
  const more = { merchant_id: other.merchantId, mode: 'test', prefix: 'gfs_live' }
  const made = KeySecrets.parse((await owner.post(`${store()}/keys`, { name: 'By Eve', ...chosen, ...more })).body)
  expect(made.secret_key).not.toBe(other.live.secretKey)
  expect(made.id).not.toBe('key_mine')
  const { data } = Keys.parse((await owner.get(`${store()}/keys`)).body)
  expect(data.map(({ id }) => id)).toContain(made.id)
})

test('an item of a list is counted and signed by us', async () => {
  const more = { id: 'lst_mine', hits: 99, created_by: { type: 'operator', id: null }, merchant_id: other.merchantId }
  const wanted = { list: 'block', kind: 'email', value: 'ring@shop.example' }
  const { body } = await owner.post(`${store()}/lists`, { ...wanted, ...more })
  expect(body).toMatchObject({ hits: 0 })
  expect(JSON.stringify(body)).not.toMatch(/lst_mine|operator/)
})

test('an order does not judge itself', async () => {
  const verdict = { id: 'asm_mine', score: 99, level: 'low', decision: 'approve', reasons: [], mode: 'live' }
  const blocked = { ...anOrder(), email: { address: 'ring@shop.example' } }
  const sent = { ...blocked, ...verdict, merchant_id: other.merchantId, decided_by: { type: 'person' } }
  const scored = (await send(house, { path: '/v1/assessments', body: sent, keys: shop.live })).body as Assessment
  expect(scored).toMatchObject({ decision: 'decline', decided_by: { type: 'list' } })
  expect(scored.id).not.toBe('asm_mine')
})
