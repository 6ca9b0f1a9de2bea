import { callConsole, cookiesOf, signInTo } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'

jest.setTimeout(60_000)

const minute = 60_000
let house: TestHouse
let organizationId: string
let now = Date.UTC(2026, 10, 22, 9)

beforeAll(async () => {
  // A thousandfold: the fixed limits are out of the way, the growing delays are not scaled.
  house = await openTestHouse({ env: { RATE_LIMIT_SCALE: '1000', TRUST_PROXY_HOPS: '1' }, clock: () => now })
  organizationId = (await house.createMerchant()).organizationId
})
afterAll(() => house.remove())

let addresses = 0
/** Each try from an address of its own, as a botnet does it. */
const tryFrom = (email: string, password: string, cookie?: string) => {
  addresses += 1
  const headers = { 'x-forwarded-for': `198.51.${addresses >> 8}.${addresses & 255}` }
  const body = { email, password }
  return callConsole(house, {
    method: 'post',
    path: '/sign-in',
    body,
    headers,
    ...(cookie !== undefined && { cookie }),
  })
}

test('an account under attack is slowed down for strangers, and its owner goes in and out of a known browser', async () => {
  const owner = await signInTo(house, organizationId)
  const statuses: number[] = []
  for (let at = 0; at < 7; at += 1) statuses.push((await tryFrom(owner.email, 'wrong password 1')).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  const stranger = await tryFrom(owner.email, owner.password)
  expect(stranger.status).toBe(429)
  expect(Number(stranger.headers['retry-after'])).toBeLessThanOrEqual(10)
  const known = await tryFrom(owner.email, owner.password, owner.cookie)
  expect(known.status).toBe(200)
  expect(cookiesOf(known)).toContain('goodfaith_device=')
})

test('whoever goes on trying waits longer, never longer than a quarter of an hour', async () => {
  const owner = await signInTo(house, organizationId)
  const waits: number[] = []
  for (let at = 0; at < 16; at += 1) {
    await tryFrom(owner.email, 'wrong password 1')
    const refused = await tryFrom(owner.email, 'wrong password 1')
    if (refused.status !== 429) continue
    const seconds = Number(refused.headers['retry-after'])
    waits.push(seconds)
    now += seconds * 1_000
  }
  expect(waits.slice(0, 4)).toEqual([10, 20, 40, 80])
  expect(Math.max(...waits)).toBe(900)
  now += 15 * minute
  expect((await tryFrom(owner.email, owner.password)).status).toBe(200)
})

test('an account that does not exist is slowed down alike', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 7; at += 1) statuses.push((await tryFrom('nobody@shop.example', 'wrong password 1')).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
})

test('the proof of one account is none for another, nor is one made up', async () => {
  const owner = await signInTo(house, organizationId)
  const other = await signInTo(house, organizationId)
  for (let at = 0; at < 5; at += 1) await tryFrom(owner.email, 'wrong password 1')
  const forged = `goodfaith_device=${'a'.repeat(22)}.${'0'.repeat(64)}`
  expect((await tryFrom(owner.email, owner.password, other.cookie)).status).toBe(429)
  expect((await tryFrom(owner.email, owner.password, forged)).status).toBe(429)
})
