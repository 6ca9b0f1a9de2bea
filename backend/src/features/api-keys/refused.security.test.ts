import request from 'supertest'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { createKeyTrial, told } from '../../testing/key-trial.ts'
import { auditEntries, operatorAuditEntries, type AuditEntry } from '../audit/collections.ts'
import type { NewMerchant } from '../merchants/service.ts'

jest.setTimeout(60_000)

const hourMs = 3_600_000
let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
let ines: SignedIn
let now = Date.UTC(2026, 10, 22, 9)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  other = await house.createMerchant('Other')
})
beforeEach(async () => {
  now += hourMs
  ines = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const keys = (path = '') => `/stores/${shop.merchantId}/live/keys${path}`
const { make, score, read } = createKeyTrial({ house: () => house, person: () => ines, keys, now: () => now })

const refusalsIn = async (merchantId: string): Promise<readonly AuditEntry[]> => {
  await house.services.traces.flush()
  const scope = house.foundation.documents.forMerchant(merchantId, 'live')
  const { items } = await scope.find(auditEntries, {}, { limit: 500, scan: true })
  return items.filter(({ action }) => action === 'access.refused')
}
const ofKey = async (id: string) =>
  (await refusalsIn(shop.merchantId)).filter(({ actor }) => actor.type === 'key' && actor.id === id)
const codesOf = async (id: string) => (await ofKey(id)).map(({ details }) => details['code'])

test('a revoked key that goes on is one entry an hour in its store, whatever it asks for', async () => {
  const { id, set } = await make({ name: 'Leaked' })
  expect(await score(set)).toBe('done')
  await ines.post(keys(`/${id}/revoke`))
  for (let turn = 0; turn < 20; turn += 1)
    expect([await score(set), await read(set)]).toEqual(['key_revoked', 'key_revoked'])
  expect(await ofKey(id)).toMatchObject([
    { actor: { type: 'key', id }, details: { code: 'key_revoked', route: 'POST /v1/assessments' } },
  ])
  now += hourMs
  await read(set)
  expect(await codesOf(id)).toEqual(['key_revoked', 'key_revoked'])
  expect(await refusalsIn(other.merchantId)).toEqual([])
  await house.foundation.trail.follow()
  expect(await house.foundation.trail.verify(shop.organizationId)).toMatchObject({ ok: true })
})

test('so is one that is over, and former secrets that were ended', async () => {
  const brief = await make({ expires_at: new Date(now + 1000).toISOString() })
  const turned = await make({ name: 'Rotated' })
  await ines.post(keys(`/${turned.id}/rotate`), { part: 'both' })
  await ines.post(keys(`/${turned.id}/finish`))
  now += 1000
  expect([await score(brief.set), await score(turned.set)]).toEqual(['key_revoked', 'key_revoked'])
  expect([await codesOf(brief.id), await codesOf(turned.id)]).toEqual([['key_revoked'], ['key_revoked']])
})

test('from a wrong network, for a wrong scope, at the wrong door: once each', async () => {
  const far = await make({ networks: ['203.0.113.0/24'] })
  const reader = await make({ scopes: ['read'] })
  for (let turn = 0; turn < 3; turn += 1) {
    expect([await score(far.set), await read(far.set)]).toEqual(['key_network', 'key_network'])
    expect(await score(reader.set)).toBe('key_scope')
  }
  expect([await codesOf(far.id), await codesOf(reader.id)]).toEqual([['key_network'], ['key_scope']])
  const body = { key: reader.set.secretKey, version: 1 }
  const asPublishable = () => request(house.app).post('/v1/sessions').set('origin', 'https://shop.example').send(body)
  now += hourMs
  expect([told(await asPublishable()), told(await asPublishable())]).toEqual(['key_scope', 'key_scope'])
  expect(await codesOf(reader.id)).toEqual(['key_scope', 'key_scope'])
})

test('an unknown key is of nobody: a line in the log and no entry, and what is right leaves none', async () => {
  const count = async () => {
    const { items } = await house.foundation.documents
      .operator()
      .find(operatorAuditEntries, {}, { limit: 500, scan: true })
    return (await refusalsIn(shop.merchantId)).length + items.filter(({ action }) => action === 'access.refused').length
  }
  const before = await count()
  const stranger = await openTestHouse()
  const { live } = await stranger.createMerchant()
  await stranger.remove()
  const lines = house.logged.length
  expect([await score(live), await read(live), await score(shop.live)]).toEqual(['key_unknown', 'key_unknown', 'done'])
  expect(await count()).toBe(before)
  const served = house.logged.slice(lines).filter((line) => line.includes('"status":401'))
  expect(served).toHaveLength(2)
})
