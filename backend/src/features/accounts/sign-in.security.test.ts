import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { callConsole, cookiesOf, signInTo } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { operatorAuditEntries } from '../audit/collections.ts'

jest.setTimeout(60_000)

let house: TestHouse
let shop: NewMerchant
let now = Date.UTC(2026, 10, 22, 9)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const signIn = (email: string, password: string) =>
  callConsole(house, { method: 'post', path: '/sign-in', body: { email, password } })
const withoutRequestId = (body: unknown) => ({ ...(body as object), request_id: '' })
const audited = async (action: string) => {
  const { items } = await house.foundation.documents
    .operator()
    .find(operatorAuditEntries, {}, { sort: { field: 'at', direction: 'desc' }, limit: 500 })
  return items.filter((entry) => entry.action === action)
}

test('an unknown address and a wrong password get the same answer', async () => {
  const { email } = await signInTo(house, shop.organizationId)
  const wrong = await signIn(email, 'not the password 1')
  const unknown = await signIn('nobody@shop.example', 'not the password 1')
  const nonsense = await signIn('no address', 'x')
  expect(wrong.status).toBe(401)
  expect(withoutRequestId(unknown.body)).toEqual(withoutRequestId(wrong.body))
  expect(withoutRequestId(nonsense.body)).toEqual(withoutRequestId(wrong.body))
  expect(wrong.headers['set-cookie']).toBeUndefined()
  expect((await audited('sign_in.failed')).length).toBe(3)
})

test('a refresh token that comes twice ends the whole sign-in, also for whoever has the new one', async () => {
  const { cookie } = await signInTo(house, shop.organizationId)
  const fresh = cookiesOf(await callConsole(house, { method: 'post', path: '/refresh', cookie }))
  now += 11_000
  const replayed = await callConsole(house, { method: 'post', path: '/refresh', cookie })
  expect(replayed.body).toMatchObject({ code: 'sign_in_required' })
  expect((await callConsole(house, { path: '/me', cookie: fresh })).status).toBe(401)
  expect((await callConsole(house, { method: 'post', path: '/refresh', cookie: fresh })).status).toBe(401)
  expect((await audited('sign_in.refresh_reused')).length).toBe(1)
})

test('two windows that refresh at once both go on, and one of them has the next token', async () => {
  const rounds = 60
  const seen = { bothServed: 0, newTokens: 0, stillStanding: 0 }
  let { cookie } = await signInTo(house, shop.organizationId)
  for (let round = 0; round < rounds; round += 1) {
    const sent = { method: 'post', path: '/refresh', cookie } as const
    const refresh = () => callConsole(house, sent)
    const answers = await Promise.all([refresh(), refresh()])
    if (answers.every(({ status }) => status === 200)) seen.bothServed += 1
    const given = answers.map(cookiesOf).filter((cookies) => cookies.includes('goodfaith_refresh='))
    seen.newTokens += given.length
    const next = await callConsole(house, { method: 'post', path: '/refresh', cookie: given[0] ?? '' })
    if (next.status === 200) seen.stillStanding += 1
    cookie = cookiesOf(next)
  }
  process.stdout.write(`refresh race, ${rounds} rounds of two: ${JSON.stringify(seen)}\n`)
  expect(seen).toEqual({ bothServed: rounds, newTokens: rounds, stillStanding: rounds })
})

test('after 15 minutes only a refresh helps, after 7 days nothing does', async () => {
  const ines = await signInTo(house, shop.organizationId)
  now += 15 * 60_000 + 1_000
  expect((await ines.get('/me')).status).toBe(401)
  const fresh = cookiesOf(await callConsole(house, { method: 'post', path: '/refresh', cookie: ines.cookie }))
  expect((await callConsole(house, { path: '/me', cookie: fresh })).status).toBe(200)
  now += 7 * 24 * 3_600_000 + 1_000
  expect((await callConsole(house, { method: 'post', path: '/refresh', cookie: fresh })).status).toBe(401)
})

test('however often it is renewed, a sign-in is over after 30 days', async () => {
  let { cookie } = await signInTo(house, shop.organizationId)
  const renew = () => callConsole(house, { method: 'post', path: '/refresh', cookie })
  for (let turn = 0; turn < 5; turn += 1) {
    now += 6 * 24 * 3_600_000 - 60_000
    const answer = await renew()
    expect(answer.status).toBe(200)
    cookie = cookiesOf(answer)
  }
  now += 10 * 60_000
  expect((await renew()).status).toBe(401)
})

test('a sign-in planted in a browser beforehand is not the one that a right password opens', async () => {
  const attacker = await signInTo(house, shop.organizationId)
  const { email, password } = await signInTo(house, shop.organizationId)
  const answer = await callConsole(house, {
    ...{ method: 'post', path: '/sign-in', body: { email, password }, cookie: attacker.cookie },
  })
  const valueOf = (cookies: string, name: string) => new RegExp(`${name}=([^;]+)`).exec(cookies)?.[1]
  for (const name of ['goodfaith_access', 'goodfaith_refresh', 'goodfaith_device']) {
    expect(valueOf(cookiesOf(answer), name)).toEqual(expect.stringMatching(/^.{60,}$/))
    expect(valueOf(cookiesOf(answer), name)).not.toBe(valueOf(attacker.cookie, name))
  }
  expect((await attacker.get('/me')).body).toMatchObject({ person: { email: attacker.email } })
})

test.each([
  ['no cookie', ''],
  ['nonsense', 'goodfaith_access=nonsense'],
  ['an unsigned token', `goodfaith_access=${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ['a refresh token instead', `goodfaith_access=rfr_01KABCDEFGHJKMNPQRSTVWXYZ0.${'a'.repeat(43)}`],
])('%s opens nothing', async (_, cookie) => {
  expect((await callConsole(house, { path: '/me', cookie })).body).toMatchObject({ code: 'sign_in_required' })
})

test('a page of another origin signs nobody in and reads nothing', async () => {
  const { email, password, cookie } = await signInTo(house, shop.organizationId)
  const foreign = { origin: 'https://evil.example' }
  const tried = await callConsole(house, {
    method: 'post',
    path: '/sign-in',
    body: { email, password },
    headers: foreign,
  })
  expect(tried.body).toMatchObject({ code: 'origin_not_allowed' })
  const read = await callConsole(house, { path: '/me', cookie, headers: { 'x-goodfaith-console': '' } })
  expect(read.body).toMatchObject({ code: 'origin_not_allowed' })
})

test('keys never open the console, cookies never open the API', async () => {
  const { cookie } = await signInTo(house, shop.organizationId)
  const byKey = await callConsole(house, {
    path: '/me',
    headers: { authorization: `Bearer ${shop.live.secretKey}` },
  })
  expect(byKey.body).toMatchObject({ code: 'sign_in_required' })
  const byCookie = await request(house.app).get('/v1/assessments').set({ cookie })
  expect(byCookie.body).toMatchObject({ code: 'key_missing' })
})

test('cookies are marked Secure in production, and no sibling host can plant one', async () => {
  const env = { NODE_ENV: 'production', MASTER_SECRET: 'm'.repeat(43), RATE_LIMIT_SCALE: '1', TRUST_PROXY_HOPS: '1' }
  const production = await openTestHouse({ env: { ...env, PUBLIC_URL: 'https://trust.shop.example' } })
  try {
    const { organizationId } = await production.createMerchant()
    const wanted = { organizationId, email: 'ines@shop.example', name: 'Ines', role: 'owner' } as const
    const { password } = await production.foundation.accounts.createPerson({ type: 'operator', id: null }, wanted)
    const headers = {
      origin: 'https://trust.shop.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.7',
    }
    const answer = await callConsole(production, {
      method: 'post',
      path: '/sign-in',
      body: { email: wanted.email, password },
      headers,
    })
    const set = answer.headers['set-cookie'] as unknown as readonly string[]
    expect(set).toHaveLength(3)
    for (const cookie of set)
      expect(cookie).toMatch(/^__Host-goodfaith_.*; Path=\/; .*; HttpOnly; SameSite=Lax; Secure$/)
    const me = (cookie: string) => callConsole(production, { path: '/me', cookie, headers })
    expect((await me(cookiesOf(answer))).status).toBe(200)
    expect((await me(cookiesOf(answer).replaceAll('__Host-', ''))).status).toBe(401)
  } finally {
    await production.remove()
  }
})

test('an account is tried 5 times and an address 10 times in 5 minutes', async () => {
  const limited = await openTestHouse({ env: { RATE_LIMIT_SCALE: '1' } })
  try {
    const statuses = async (emails: readonly string[]) => {
      const seen: number[] = []
      for (const email of emails) {
        const body = { email, password: 'wrong password 1' }
        seen.push((await callConsole(limited, { method: 'post', path: '/sign-in', body })).status)
      }
      return seen
    }
    expect(await statuses(Array.from({ length: 6 }, () => 'ines@shop.example'))).toEqual([401, 401, 401, 401, 401, 429])
    expect(await statuses(['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example', 'e@x.example'])).toEqual([
      401, 401, 401, 401, 429,
    ])
  } finally {
    await limited.remove()
  }
})

test('a refresh is counted by address, 60 times in 5 minutes', async () => {
  const limited = await openTestHouse({ env: { RATE_LIMIT_SCALE: '0.05' } })
  try {
    const seen: number[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      seen.push((await callConsole(limited, { method: 'post', path: '/refresh', body: {} })).status)
    }
    expect(seen).toEqual([401, 401, 401, 429])
  } finally {
    await limited.remove()
  }
})

test('neither address, name, password nor token stands in clear in the database or the log', async () => {
  const wanted = { organizationId: shop.organizationId, role: 'owner', name: 'Marker Name' } as const
  const email = 'marker-address@shop.example'
  const { password } = await house.foundation.accounts.createPerson(
    { type: 'operator', id: null },
    { ...wanted, email },
  )
  const answer = await signIn(email, password)
  const tokens = cookiesOf(answer)
    .split('; ')
    .map((pair) => pair.split('=')[1] ?? '')
  const files = readdirSync(house.folder).map((name) => readFileSync(join(house.folder, name)))
  for (const marker of [
    email,
    'Marker Name',
    password,
    ...tokens,
    ...tokens.map((token) => token.split('.').at(-1) ?? ''),
  ]) {
    expect(marker.length).toBeGreaterThan(5)
    expect(files.some((file) => file.includes(marker))).toBe(false)
    expect(house.logged.some((line) => line.includes(marker))).toBe(false)
  }
})
