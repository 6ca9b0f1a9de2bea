import request from 'supertest'
import { AuditPage } from '#contract/audit.ts'
import { consoleHeaders, signInTo, type SignedIn } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let owner: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  owner = await signInTo(house, shop.organizationId)
  await owner.patch(`/stores/${shop.merchantId}/live/settings`, { name: 'One' })
  await house.foundation.trail.follow()
}, 60_000)
afterAll(() => house.remove())

const read = async (query = '', as = owner) => AuditPage.parse((await as.get(`/audit${query}`)).body).data

test('an owner reads the trail of the organisation, and filters it', async () => {
  const all = await read()
  const changed = all.find(({ action }) => action === 'merchant.settings_changed')
  expect(changed?.actor.type).toBe('person')
  expect((await read('?action=merchant.settings_changed')).map(({ id }) => id)).toEqual([changed?.id])
  expect((await read(`?actor=${changed?.actor.id ?? ''}`)).length).toBeGreaterThan(0)
  expect((await read('?actor=operator')).every(({ actor }) => actor.type === 'operator')).toBe(true)
  expect(await read('?to=2001-01-01T00:00:00Z')).toEqual([])
})

test('reads do not drown changes: they show when asked for, alone or with everything', async () => {
  await owner.get(`/stores/${shop.merchantId}/live/settings`)
  await house.services.traces.flush()
  await house.foundation.trail.follow()
  const actions = async (query: string) => new Set((await read(query)).map(({ action }) => action))
  expect(await actions('?limit=100')).not.toContain('data.read')
  expect([...(await actions('?limit=100&show=reads'))]).toEqual(['data.read'])
  expect(await actions('?action=data.read')).toContain('data.read')
  const all = await actions('?limit=100&show=all')
  expect(all).toContain('data.read')
  expect(all).toContain('merchant.settings_changed')
})

test('another organisation reads only its own, an approver nothing', async () => {
  const other = await house.createMerchant('Other')
  const stranger = await signInTo(house, other.organizationId)
  await house.foundation.trail.follow()
  expect(JSON.stringify(await read('', stranger))).not.toContain(shop.merchantId)
  const approver = await signInTo(house, shop.organizationId, 'approver')
  expect((await approver.get('/audit')).body).toMatchObject({ code: 'role_insufficient' })
  expect((await stranger.get('/audit/export')).text).not.toContain(shop.organizationId)
})

test('verifying says how far it is, then that the chain is whole', async () => {
  const { text } = await request(house.app)
    .get('/console/v1/audit/verify/stream')
    .set({ ...consoleHeaders, cookie: owner.cookie })
  const events = text.split('\n').filter((line) => line.startsWith('event:'))
  expect(events.map((line) => line.slice(6).trim())).toEqual(['progress', 'result'])
  expect(text).toContain('"ok":true')
})

test('the export is one line per link', async () => {
  const { text } = await owner.get('/audit/export')
  const lines = text.trim().split('\n')
  expect(lines.length).toBeGreaterThan(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ link: { seq: 1 } })
})
