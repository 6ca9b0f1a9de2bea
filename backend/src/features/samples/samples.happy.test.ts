import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { assessments } from '../assessments/collections.ts'
import { profiles } from '../velocity/collections.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.remove())

const tenant = { merchantId: 'mer_samples', mode: 'test' } as const
const scopeOf = (mode: 'test' | 'live') => house.foundation.documents.forMerchant(tenant.merchantId, mode)

const leave = async (mode: 'test' | 'live', number: number): Promise<void> => {
  const rest = { received_at: 1, process: 'p', lease_until: 0, request_digest: 'd' }
  const document = { id: `asm_${mode}_${number}`, status: 'scored', ...rest }
  await scopeOf(mode).write({ insert: assessments, document })
  await scopeOf(mode).write({ insert: profiles, document: { id: `email:${mode}${number}`, events: [] } })
}
const left = async (mode: 'test' | 'live') =>
  (await scopeOf(mode).find(profiles, {}, { limit: 10, scan: true })).items.length

test('samples are begun once, told about, and removed with what they left; live mode keeps what it has', async () => {
  const { samples } = house.services
  await leave('test', 1)
  await leave('test', 2)
  await leave('live', 1)
  expect(await samples.remove(tenant)).toEqual({ removed: 0 })
  expect([await samples.begin(tenant), await samples.begin(tenant)]).toEqual([true, false])
  expect(await samples.state(tenant)).toEqual({ state: 'writing', orders: 0 })
  await samples.finish(tenant, 2)
  expect(await samples.state(tenant)).toEqual({ state: 'present', orders: 2 })
  expect(await samples.remove({ ...tenant, mode: 'live' })).toEqual({ removed: 0 })
  expect(await samples.remove(tenant)).toEqual({ removed: 4 })
  expect([await left('test'), await left('live')]).toEqual([0, 1])
  expect(await samples.state(tenant)).toEqual({ state: 'absent', orders: 0 })
})

test('live mode never holds samples', async () => {
  await expect(house.services.samples.begin({ ...tenant, mode: 'live' })).rejects.toThrow('test mode')
})

test('what a first start left half written may be removed after the next start', async () => {
  const { samples } = house.services
  const half = { merchantId: 'mer_half', mode: 'test' } as const
  await samples.settle(half)
  expect(await samples.state(half)).toEqual({ state: 'absent', orders: 0 })
  await samples.begin(half)
  expect(await samples.remove(half)).toEqual({ removed: 0 })
  expect(await samples.state(half)).toEqual({ state: 'writing', orders: 0 })
  await samples.settle(half)
  await samples.remove(half)
  expect(await samples.state(half)).toEqual({ state: 'absent', orders: 0 })
})
