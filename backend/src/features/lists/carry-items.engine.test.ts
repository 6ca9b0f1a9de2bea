import type { ListImport, ListItem } from '#contract/lists.ts'
import { normaliseEmail } from '../../platform/identifiers/email.ts'
import { identify } from '../../platform/identifiers/identify.ts'
import { createRotation } from '../../rotation.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const call = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
  send(house, { method, path: `/v1/lists${path}`, body, keys: shop.live })

const hits = async (address: string) => {
  const keys = await house.foundation.vault.storeKeys(shop.merchantId)
  const email = identify(keys, 'email', normaliseEmail(address))
  return house.services.lists.hitsOf({ merchantId: shop.merchantId }, { email })
}

test('items are met before, during and after a rotation of the identifier key, and no id changes', async () => {
  const added = await call('POST', '', { list: 'block', kind: 'email', value: 'jo@shop.example', reason: 'first' })
  const item = added.body as ListItem
  const before = (await call('GET', '/export')).text
  const timing = { heardMs: 0, lateMs: 0, sliceMs: 1_000 }
  const { rotate, ask, progress } = createRotation(house.foundation, house.services.network, Date.now, timing)
  await ask(shop.merchantId)
  const phases = new Set<string>()
  for (let phase: string | undefined = 'asked'; phase !== 'done'; phase = (await progress())?.phase) {
    phases.add(phase ?? '')
    expect(await hits('jo@shop.example')).toEqual([{ list: 'block', kind: 'email', item_id: item.id }])
    await call('PATCH', `/${item.id}`, { reason: phase })
    await rotate()
  }
  expect(phases.size).toBeGreaterThan(3)
  expect(await hits('jo@shop.example')).toHaveLength(1)
  const found = (await call('GET', `/${item.id}`)).body as ListItem
  expect(found.reason).toBe('settling')
  expect(found.ref).toMatch(/^email:[0-9a-f]{64}\.2$/)
  // A file from before the rotation names the same items.
  const started = (await call('POST', '/imports', { name: 'old.csv' })).body as ListImport
  const again = await call('POST', `/imports/${started.id}/parts`, { first_line: 2, csv: before })
  expect(again.body).toMatchObject({ added: 0, unchanged: 1 })
})
