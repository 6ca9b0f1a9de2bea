import { Keys, KeySecrets, Organizations, People } from '#contract/console.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { operatorAuditEntries } from '../audit/collections.ts'
import { mails } from '../mail/collections.ts'
import { organizations } from '../merchants/collections.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
let owner: SignedIn
let now = Date.UTC(2026, 10, 22, 9)

beforeEach(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant('Marlow Audio')
  other = await house.createMerchant('Other')
  owner = await signInTo(house, shop.organizationId)
}, 60_000)
afterEach(() => house.remove())

const idOf = async ({ get }: SignedIn) => ((await get('/me')).body as { person: { id: string } }).person.id
const told = ({ status, body }: { status: number; body: unknown }) =>
  status < 300 ? 'done' : (body as { code: string }).code
const people = async (as: SignedIn) => People.parse((await as.get('/people')).body)
const tokenFor = async (email: string): Promise<string> => {
  const sort = { field: 'id', direction: 'desc' } as const
  const { items } = await house.foundation.documents.operator().find(mails, {}, { sort, limit: 100, scan: true })
  return items.find(({ letter }) => letter?.to === email)?.letter?.data['link']?.split('#')[1] ?? ''
}
const invite = async (email: string, role = 'approver', as = owner) => {
  expect(told(await as.post('/people/invitations', { email, role }))).toBe('done')
  return tokenFor(email)
}
const join = (token: string, more = {}) =>
  callConsole(house, {
    method: 'post',
    path: '/invitations/join',
    body: { token, name: 'Bo Marlow', password: 'long enough 1', ...more },
  })

test('an invitation makes an account with its role, once', async () => {
  const token = await invite('bo@shop.example')
  expect((await people(owner)).invitations).toMatchObject([{ email: 'bo@shop.example', role: 'approver' }])
  expect(told(await join(token, { password: 'short 1' }))).toBe('validation_failed')
  expect(told(await join(token))).toBe('done')
  expect(told(await join(token))).toBe('not_found')
  const { data, invitations } = await people(owner)
  expect(data.map(({ email, role }) => ({ email, role }))).toContainEqual({
    email: 'bo@shop.example',
    role: 'approver',
  })
  expect(invitations).toEqual([])
  const answer = await callConsole(house, {
    method: 'post',
    path: '/sign-in',
    body: { email: 'bo@shop.example', password: 'long enough 1' },
  })
  expect(answer.body).toMatchObject({ role: 'approver', organization: { id: shop.organizationId } })
})

test('an invitation is bound to its address, ends after a day, and can be taken back', async () => {
  const stranger = await signInTo(house, other.organizationId)
  const token = await invite('bo@shop.example')
  expect(told(await stranger.post('/invitations/accept', { token }))).toBe('not_found')
  const [open] = (await people(owner)).invitations
  expect(told(await stranger.post(`/people/invitations/${open?.id ?? ''}/withdraw`))).toBe('not_found')
  expect(told(await owner.post(`/people/invitations/${open?.id ?? ''}/withdraw`))).toBe('done')
  expect(told(await join(token))).toBe('not_found')
  const late = await invite('late@shop.example')
  now += 24 * 3_600_000
  expect(told(await join(late))).toBe('not_found')
})

test('the token of an invitation is nowhere but in its letter, and the letter is sealed', async () => {
  const token = await invite('bo@shop.example')
  const entries = await house.foundation.documents.operator().find(operatorAuditEntries, {}, { limit: 500, scan: true })
  expect(JSON.stringify(entries.items)).not.toMatch(new RegExp(`${token}|bo@shop`))
  expect(house.logged.join('\n')).not.toContain(token)
})

test('a person of one organisation joins another and goes from one to the other', async () => {
  const bo = await signInTo(house, other.organizationId, 'viewer')
  const token = await invite(bo.email, 'admin')
  expect(told(await bo.post('/invitations/accept', { token }))).toBe('done')
  const { current, data } = Organizations.parse((await bo.get('/organizations')).body)
  expect(current).toBe(other.organizationId)
  expect(data.map(({ name, role }) => [name, role])).toEqual([
    ['Other', 'viewer'],
    ['Marlow Audio', 'admin'],
  ])
  expect(told(await bo.get(`/stores/${shop.merchantId}/live/settings`))).toBe('not_found')
  expect(told(await bo.post(`/organizations/${shop.organizationId}/enter`))).toBe('done')
  expect((await bo.get('/me')).body).toMatchObject({ role: 'admin', organization: { name: 'Marlow Audio' } })
  expect(told(await bo.get(`/stores/${shop.merchantId}/live/settings`))).toBe('done')
  expect(told(await bo.get(`/stores/${other.merchantId}/live/settings`))).toBe('not_found')
  const fresh = cookiesOf(await callConsole(house, { method: 'post', path: '/refresh', cookie: bo.cookie }))
  const again = await callConsole(house, { path: '/me', cookie: fresh })
  expect(again.body).toMatchObject({ organization: { name: 'Marlow Audio' } })
})

test('a removed person is out at once, does not come back, and their keys are marked until they are new', async () => {
  const bo = await signInTo(house, shop.organizationId, 'admin')
  const keys = `/stores/${shop.merchantId}/live/keys`
  const { id: keyId } = KeySecrets.parse((await bo.post(keys, { name: 'By Bo' })).body)
  expect(told(await owner.post(`/people/${await idOf(bo)}/remove`))).toBe('done')
  expect(told(await bo.get('/me'))).toBe('sign_in_required')
  expect(told(await callConsole(house, { method: 'post', path: '/refresh', cookie: bo.cookie }))).toBe(
    'sign_in_required',
  )
  const body = { email: bo.email, password: bo.password }
  expect(told(await callConsole(house, { method: 'post', path: '/sign-in', body }))).toBe('sign_in_required')
  const marked = async () =>
    Keys.parse((await owner.get(keys)).body).data.flatMap((row) => (row.exposed_at === null ? [] : [row.id]))
  expect(await marked()).toEqual([keyId])
  await owner.post(`${keys}/${keyId}/rotate`, { part: 'both' })
  expect(await marked()).toEqual([])
})

test('another role is in force with the next request', async () => {
  const bo = await signInTo(house, shop.organizationId, 'admin')
  const settings = `/stores/${shop.merchantId}/live/settings`
  expect(told(await bo.patch(settings, { name: 'By Bo' }))).toBe('done')
  expect(told(await owner.patch(`/people/${await idOf(bo)}`, { role: 'viewer' }))).toBe('done')
  expect(told(await bo.patch(settings, { name: 'Again' }))).toBe('role_insufficient')
})

test('an admin deals with approvers and viewers only, and makes nobody admin or owner', async () => {
  const admin = await signInTo(house, shop.organizationId, 'admin')
  const peer = await signInTo(house, shop.organizationId, 'admin')
  const viewer = await signInTo(house, shop.organizationId, 'viewer')
  const tried = [
    await admin.post(`/people/${await idOf(owner)}/remove`),
    await admin.patch(`/people/${await idOf(peer)}`, { role: 'viewer' }),
    await admin.patch(`/people/${await idOf(admin)}`, { role: 'owner' }),
    await admin.patch(`/people/${await idOf(viewer)}`, { role: 'admin' }),
    await admin.post('/people/invitations', { email: 'x@shop.example', role: 'owner' }),
    await admin.post(`/people/${await idOf(peer)}/transfer`),
    await viewer.post('/people/invitations', { email: 'x@shop.example', role: 'viewer' }),
  ]
  expect(tried.map(told)).toEqual(tried.map(() => 'role_insufficient'))
  expect(told(await admin.patch(`/people/${await idOf(viewer)}`, { role: 'approver' }))).toBe('done')
})

test('the last owner cannot leave, be removed or step down; two at once do not both leave', async () => {
  const id = await idOf(owner)
  const tried = [
    await owner.post('/leave'),
    await owner.patch(`/people/${id}`, { role: 'viewer' }),
    await owner.post(`/people/${id}/remove`),
  ]
  expect(tried.map(told)).toEqual(tried.map(() => 'last_owner'))
  const second = await signInTo(house, shop.organizationId)
  const answers = (await Promise.all([owner.post('/leave'), second.post('/leave')])).map(told)
  expect(answers.filter((answer) => answer === 'done').length).toBeLessThanOrEqual(1)
})

test('ownership is handed over: the other is owner, this one admin', async () => {
  const bo = await signInTo(house, shop.organizationId, 'viewer')
  expect(told(await owner.post(`/people/${await idOf(bo)}/transfer`))).toBe('done')
  expect((await bo.get('/me')).body).toMatchObject({ role: 'owner' })
  expect((await owner.get('/me')).body).toMatchObject({ role: 'admin' })
})

test('when the organisation is gone its people are signed out', async () => {
  await house.foundation.documents.operator().write({ remove: organizations, id: shop.organizationId })
  await house.foundation.changes.announce()
  expect(told(await owner.get('/me'))).toBe('sign_in_required')
})

test('an owner adds a store, and only they see its secrets', async () => {
  const made = await owner.post('/stores', { name: 'Second shop' })
  expect(made.status).toBe(201)
  const { stores } = (await owner.get('/me')).body as { stores: { name: string }[] }
  expect(stores.map(({ name }) => name).sort()).toEqual(['Marlow Audio', 'Second shop'])
})
