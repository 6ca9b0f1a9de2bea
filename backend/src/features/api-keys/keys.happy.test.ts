import { Install, KeySecrets } from '#contract/console.ts'
import { eventually } from '../../testing/eventually.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, testMasterSecret, type TestHouse } from '../../testing/house.ts'
import { readConfig } from '../../config.ts'
import { openFoundation } from '../../foundation.ts'
import { openEphemeral } from '../../platform/ephemeral/open.ts'
import { operator } from '../audit/service.ts'
import { operatorAuditEntries } from '../audit/collections.ts'
import type { KeySet, NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn
let now = Date.UTC(2026, 10, 22, 9)
const hourMs = 3_600_000

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const keys = (path = '') => `/stores/${shop.merchantId}/live/keys${path}`
const install = async () => Install.parse((await ines.get(`/stores/${shop.merchantId}/live/install`)).body)
const scored = async (used: KeySet) => {
  const answer = await send(house, { path: '/v1/assessments', body: anOrder(), keys: used, now })
  return answer.status === 200 ? 'scored' : (answer.body as { code: string }).code
}
const createKey = async () => {
  const made = KeySecrets.parse((await ines.post(keys(), { name: 'Second shop' })).body)
  const set = { publishableKey: '', secretKey: made.secret_key ?? '', signingSecret: made.signing_secret ?? '' }
  return { id: made.id, set }
}

test('a new key scores at once, and is listed without its secrets', async () => {
  const { id, set } = await createKey()
  expect(await scored(set)).toBe('scored')
  const { keys: rows, publishable_key: publishable } = await install()
  const row = rows.find((key) => key.id === id)
  expect(row).toMatchObject({ kind: 'secret', mode: 'live', name: 'Second shop', revoked_at: null })
  expect(row?.shown).toBe(`${set.secretKey.slice(0, 17)}…`)
  expect(publishable).toBe(shop.live.publishableKey)
  expect(JSON.stringify(rows)).not.toContain(set.secretKey)
  await eventually(async () => (await install()).keys.find((key) => key.id === id)?.last_used_at !== null)
})

test('during a rotation old and new pair work in any mix; afterwards only the new', async () => {
  const { id, set: old } = await createKey()
  const answer = await ines.post(keys(`/${id}/rotate`), { part: 'both', overlap_hours: 24 })
  const rotated = KeySecrets.parse(answer.body)
  const fresh = {
    publishableKey: '',
    secretKey: rotated.secret_key ?? '',
    signingSecret: rotated.signing_secret ?? '',
  }
  expect(rotated.previous_valid_until).toBe(new Date(now + 24 * hourMs).toISOString())
  const mixed = { ...fresh, signingSecret: old.signingSecret }
  expect([await scored(old), await scored(fresh), await scored(mixed)]).toEqual(['scored', 'scored', 'scored'])
  now += 24 * hourMs + 1_000
  expect(await scored(old)).toBe('key_revoked')
  expect(await scored(mixed)).toBe('signature_invalid')
  expect(await scored(fresh)).toBe('scored')
  ines = await signInTo(house, shop.organizationId)
})

test('two rotations within the overlap keep all three good', async () => {
  const { id, set: first } = await createKey()
  const second = KeySecrets.parse((await ines.post(keys(`/${id}/rotate`), { part: 'signing' })).body)
  const third = KeySecrets.parse((await ines.post(keys(`/${id}/rotate`), { part: 'signing' })).body)
  expect(second.secret_key).toBeNull()
  for (const signingSecret of [first.signingSecret, second.signing_secret ?? '', third.signing_secret ?? '']) {
    expect(await scored({ ...first, signingSecret })).toBe('scored')
  }
})

test('a revoked key is refused by the next call, and revoking twice is revoking once', async () => {
  const { id, set } = await createKey()
  expect(await scored(set)).toBe('scored')
  const revoked = await ines.post(keys(`/${id}/revoke`))
  expect(await scored(set)).toBe('key_revoked')
  expect((await ines.post(keys(`/${id}/revoke`))).body).toEqual(revoked.body)
})

test('a change made by another process is in force here without a restart', async () => {
  const { id, set } = await createKey()
  expect(await scored(set)).toBe('scored')
  const ephemeral = await openEphemeral({ clock: () => now })
  const beside = await openFoundation({
    config: readConfig({ DATA_DIR: house.folder, MASTER_SECRET: testMasterSecret }),
    ...{ clock: () => now, ephemeral, make: false, note: () => undefined, failed: () => undefined },
  })
  await beside.apiKeys.revoke(operator, { keyId: id })
  await beside.close()
  await ephemeral.close()
  await eventually(async () => (await scored(set)) === 'key_revoked')
})

test('every change of a key leaves an entry with who did it, and no secret', async () => {
  const { items } = await house.foundation.documents
    .operator()
    .find(operatorAuditEntries, { organization_id: shop.organizationId }, { limit: 500 })
  for (const action of ['key.created', 'key.rotated', 'key.revoked']) {
    expect(items.some((entry) => entry.action === action && entry.actor.type === 'person')).toBe(true)
  }
  expect(JSON.stringify(items)).not.toMatch(/gf[sk]_(?:live|test)_/)
})
