import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { createCompaction } from './compact.ts'
import { adaptProfile, profileId, profilePushes, profiles } from './service.ts'
import { firstLadder } from '../../platform/vault/ladder.ts'
import { bareOrder } from '../../scoring/testing/contexts.ts'

const day = 86_400_000
let house: TestHouse
const now = Date.UTC(2026, 10, 22, 12)
beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
})
afterAll(() => house.remove())

const tenant = { merchantId: 'mer_compact', mode: 'live' } as const
const email = 'e'.repeat(64)
const id = profileId('email', email)
const scope = () => house.foundation.documents.forMerchant(tenant.merchantId, tenant.mode)

const push = async (number: number, at: number): Promise<void> => {
  const order = {
    id: `asm_${String(number).padStart(26, '0')}`,
    receivedAt: at,
    orderRef: `ref ${number}`,
    facts: bareOrder,
    identifiers: { email: { id: email, hint: null, flagged: false } },
    sessionId: null,
  }
  const [first, ...rest] = profilePushes(order)
  if (!first || !('touch' in first)) throw new Error('no push')
  const create = { id, events: [] }
  await scope().write({ upsert: profiles, id, create, changes: first.changes }, rest)
}
const compact = () =>
  createCompaction({
    documents: house.foundation.documents,
    clock: () => now,
    ladderOf: () => Promise.resolve(firstLadder),
  }).fold(tenant, [{ id: 'out_1', kind: 'profile.full', state: 'open', at: now, subject: id, data: {} }])
const profile = async () => adaptProfile('email', await scope().get(profiles, id), 'none')

test('what is beyond the newest 64 becomes totals and days, and nothing is counted twice or lost', async () => {
  for (let number = 0; number < 100; number += 1) await push(number, now - 3 * day + number * 60_000)
  await compact()
  expect(await profile()).toMatchObject({ foldedOrders: 36, events: { length: 64 } })
  await compact()
  const folded = await profile()
  expect([folded.foldedOrders, folded.events.length]).toEqual([36, 64])
  expect(folded.foldedDays?.reduce((sum, [, orders]) => sum + orders, 0)).toBe(36)
  await push(0, now - 3 * day)
  expect((await profile()).events).toHaveLength(64)
})

test('what may still be on its way is left in the ring', async () => {
  for (let number = 200; number < 240; number += 1) await push(number, now - 60_000)
  await compact()
  const { foldedOrders, events } = await profile()
  expect(foldedOrders + events.length).toBe(140)
  expect(events.filter(({ at }) => at === now - 60_000)).toHaveLength(40)
})
