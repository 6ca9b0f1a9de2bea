import { createHmac } from 'node:crypto'
import type { Impersonations, Me } from '#contract/console.ts'
import { callConsole, cookiesOf, signInTo } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import {
  aReason,
  callOperator,
  codeAt,
  lookAt,
  newOperator,
  signInOperator,
  type SignedInOperator,
} from '../../testing/operator.ts'
import { operatorAuditEntries } from '../audit/collections.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { entriesOf } from '../audit/service.ts'
import { createOperatorCookies } from './cookies.ts'

const minute = 60_000
// Argon2, several times in each: how long that takes says nothing here.
jest.setTimeout(120_000)

let house: TestHouse
let shop: NewMerchant
let now: number
beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 12)
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant('Marlow Audio')
})
afterEach(() => house.remove())

const operatorHere = () => signInOperator(house, () => now)
const lookHere = async () => lookAt(house, shop.organizationId, await operatorHere())
const codeOf = ({ body }: { readonly body: unknown }) => (body as { readonly code?: string }).code
const valueOf = (cookie: string, name: string): string =>
  cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

describe('one door does not open the other', () => {
  test('an operator cookie, under any name, is nobody in the console', async () => {
    const { cookie } = await operatorHere()
    const token = valueOf(cookie, 'goodfaith_operator')
    expect(token).toMatch(/^ops_/)
    for (const name of ['goodfaith_operator', 'goodfaith_access', 'goodfaith_refresh', 'goodfaith_impersonation']) {
      expect((await callConsole(house, { path: '/me', cookie: `${name}=${token}` })).status).toBe(401)
      const refreshed = await callConsole(house, { method: 'post', path: '/refresh', cookie: `${name}=${token}` })
      expect(refreshed.status).toBe(401)
    }
  })

  test('cookies of a person, and of an impersonation, under any name, are nobody at the operator’s door', async () => {
    const owner = await signInTo(house, shop.organizationId)
    const looking = await lookHere()
    const tokens = [
      valueOf(owner.cookie, 'goodfaith_access'),
      valueOf(owner.cookie, 'goodfaith_refresh'),
      valueOf(looking.cookie, 'goodfaith_impersonation'),
    ]
    for (const token of tokens) {
      expect(token).not.toBe('')
      for (const name of ['goodfaith_operator', 'goodfaith_access', 'goodfaith_impersonation']) {
        expect((await callOperator(house, { path: '/me', cookie: `${name}=${token}` })).status).toBe(401)
      }
    }
  })

  test('a signed token of any algorithm is no session: there is nothing to verify with', async () => {
    const { id } = await operatorHere()
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = part({ sub: id, aud: 'operator', iss: 'goodfaith', exp: 4_000_000_000, iat: 1, fam: 'ops_1' })
    for (const alg of ['none', 'HS256', 'EdDSA']) {
      const text = `${part({ alg, kid: '0' })}.${claims}`
      const signature = alg === 'none' ? '' : createHmac('sha256', 'key').update(text).digest('base64url')
      const cookie = `goodfaith_operator=${text}.${signature}`
      expect((await callOperator(house, { path: '/me', cookie })).status).toBe(401)
    }
  })

  test('passwords, challenges and codes of one door are wrong at the other', async () => {
    const operator = await operatorHere()
    const owner = await signInTo(house, shop.organizationId)
    const asPerson = await callConsole(house, {
      ...{ method: 'post', path: '/sign-in', body: { email: operator.email, password: operator.password } },
    })
    const asOperator = await callOperator(house, {
      ...{ method: 'post', path: '/sign-in', body: { email: owner.email, password: owner.password } },
    })
    expect([codeOf(asPerson), codeOf(asOperator)]).toEqual(['sign_in_failed', 'sign_in_failed'])
    const { email, password, secret } = operator
    const first = await callOperator(house, { method: 'post', path: '/sign-in', body: { email, password } })
    const { challenge } = first.body as { readonly challenge: string }
    now += 30_000
    const body = { challenge, code: codeAt(secret, now) }
    expect(codeOf(await callConsole(house, { method: 'post', path: '/sign-in/second', body }))).toBe('challenge_over')
    expect((await callOperator(house, { method: 'post', path: '/sign-in/second', body })).status).toBe(200)
    // Once: neither the challenge nor the code opens again.
    expect(codeOf(await callOperator(house, { method: 'post', path: '/sign-in/second', body }))).toBe('challenge_over')
  })

  test('in production cookies are of this very host, go to no other site and to no script', async () => {
    const production = await openTestHouse({
      env: { NODE_ENV: 'production', RATE_LIMIT_SCALE: '1', TRUST_PROXY_HOPS: '1', COOKIE_DOMAIN: 'shop.example' },
    })
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://127.0.0.1' }
    const { email, password } = await production.foundation.operators.accounts.create({
      ...{ email: 'tove@operator.example', name: 'Tove' },
    })
    const answer = await callOperator(production, {
      ...{ method: 'post', path: '/sign-in', body: { email, password }, headers },
    })
    const set: unknown = answer.headers['set-cookie']
    expect(set).toEqual([
      expect.stringMatching(
        /^__Host-goodfaith_operator=ops_\S+; Path=\/; Max-Age=(?:600|599); HttpOnly; SameSite=Strict; Secure$/,
      ),
      expect.stringMatching(
        /^__Host-goodfaith_operator_device=\S+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
      ),
    ])
    const cookie = cookiesOf(answer)
    expect((await callOperator(production, { path: '/me', cookie, headers })).status).toBe(200)
    // What a sibling host planted has no prefix.
    const planted = cookie.replaceAll('__Host-', '')
    expect((await callOperator(production, { path: '/me', cookie: planted, headers })).status).toBe(401)
    expect(createOperatorCookies({ secure: true }).impersonation('ipn_1', 1000)).toBe(
      '__Host-goodfaith_impersonation=ipn_1; Path=/; Max-Age=1; HttpOnly; SameSite=Strict; Secure',
    )
    await production.remove()
  })

  test('cookies go to one path each where there is no TLS', () => {
    const { session, device, impersonation } = createOperatorCookies({ secure: false })
    expect([session('s', 1000), device('d'), impersonation('i', 1000)].map((one) => one.split('; ')[1])).toEqual([
      ...['Path=/operator/v1', 'Path=/operator/v1', 'Path=/console'],
    ])
  })
})

describe('a session', () => {
  test('opens nothing but the set-up of an app, in every environment, and gets another token afterwards', async () => {
    const made = await newOperator(house)
    const cookie = made.enrolling
    for (const path of ['/organizations', `/organizations/${shop.organizationId}`]) {
      expect(codeOf(await callOperator(house, { path, cookie }))).toBe('second_factor_required')
    }
    const path = `/organizations/${shop.organizationId}/impersonate`
    const early = await callOperator(house, { method: 'post', path, body: { reason: aReason }, cookie })
    expect(codeOf(early)).toBe('second_factor_required')
    const start = await callOperator(house, { method: 'post', path: '/totp/start', cookie })
    const code = codeAt((start.body as { readonly secret: string }).secret, now)
    const confirmed = await callOperator(house, { method: 'post', path: '/totp/confirm', body: { code }, cookie })
    expect(confirmed.status).toBe(200)
    expect((await callOperator(house, { path: '/me', cookie })).status).toBe(401)
    const begun = await callOperator(house, { method: 'post', path: '/totp/start', cookie })
    expect(begun.status).toBe(401)
  })

  test('is over after ten minutes without a call, and after thirty however often it is used', async () => {
    const idle = await operatorHere()
    now += 9 * minute
    expect((await idle.get('/me')).status).toBe(200)
    now += 9 * minute
    expect((await idle.get('/me')).status).toBe(200)
    now += 10 * minute
    expect((await idle.get('/me')).status).toBe(401)

    const busy = await operatorHere()
    for (let minutes = 0; minutes < 25; minutes += 5) {
      now += 5 * minute
      expect((await busy.get('/me')).status).toBe(200)
    }
    now += 5 * minute
    expect((await busy.get('/me')).status).toBe(401)
  })

  test('is not taken from a foreign page, nor without our header', async () => {
    const { cookie } = await operatorHere()
    const path = `/organizations/${shop.organizationId}/impersonate`
    const sent = { method: 'post', path, body: { reason: aReason }, cookie } as const
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: '' },
      { 'x-goodfaith-console': '' },
    ] as Readonly<Record<string, string>>[]) {
      expect(codeOf(await callOperator(house, { ...sent, headers }))).toBe('origin_not_allowed')
    }
    expect(await house.foundation.operators.impersonations.running(shop.organizationId)).toBeNull()
  })

  test('guessing waits longer and longer, also with the right password', async () => {
    await house.remove()
    house = await openTestHouse({ clock: () => now, env: { RATE_LIMIT_SCALE: '1000' } })
    const { email, password } = await newOperator(house)
    const attempt = (given: string) =>
      callOperator(house, { method: 'post', path: '/sign-in', body: { email, password: given } })
    for (let tries = 0; tries < 5; tries += 1) expect(codeOf(await attempt('wrong'))).toBe('sign_in_failed')
    expect(codeOf(await attempt(password))).toBe('rate_limited')
    now += 15 * minute
    expect((await attempt(password)).status).toBe(200)
  })
})

describe('new recovery codes', () => {
  const renew = (by: SignedInOperator, given: { readonly password?: string; readonly code?: string }) =>
    by.post('/recovery-codes', { password: by.password, code: codeAt(by.secret, now), ...given })

  test('are drawn for both alone, and a code is not spent beside a wrong password', async () => {
    const operator = await operatorHere()
    now += 30_000
    expect((await renew(operator, { password: 'wrong 12345' })).body).toMatchObject({
      ...{ code: 'validation_failed', errors: [{ pointer: '/password' }] },
    })
    expect(codeOf(await renew(operator, { code: 'zzzzzz' }))).toBe('code_wrong')
    expect(codeOf(await operator.post('/recovery-codes', { password: operator.password }))).toBe('validation_failed')
    expect((await operator.get('/me')).body).toMatchObject({ recovery_codes_left: 10 })
    expect((await renew(operator, {})).status).toBe(200)
    expect(codeOf(await renew(operator, {}))).toBe('code_wrong')
  })

  test('two who draw at once with one code draw once', async () => {
    const operator = await operatorHere()
    now += 30_000
    const answers = await Promise.all([1, 2, 3, 4].map(() => renew(operator, {})))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('guessing waits, also with what is right, and is in the trail', async () => {
    await house.remove()
    house = await openTestHouse({ clock: () => now, env: { RATE_LIMIT_SCALE: '1000' } })
    const operator = await operatorHere()
    now += 30_000
    for (let tries = 0; tries < 5; tries += 1) await renew(operator, { code: 'zzzzzz' })
    expect(codeOf(await renew(operator, {}))).toBe('rate_limited')
    const { items } = await house.foundation.documents
      .operator()
      .find(operatorAuditEntries, { organization_id: null }, { sort: { field: 'at', direction: 'asc' }, limit: 100 })
    expect(items.filter(({ action }) => action === 'sign_in.second_failed')).toHaveLength(5)
    now += minute
    expect((await renew(operator, {})).status).toBe(200)
  })

  test('open to nobody else: neither before the app is set up nor to a person', async () => {
    const made = await newOperator(house)
    const body = { password: made.password, code: '000000' }
    const sent = { method: 'post', path: '/recovery-codes', body } as const
    expect(codeOf(await callOperator(house, { ...sent, cookie: made.enrolling }))).toBe('second_factor_required')
    const owner = await signInTo(house, shop.organizationId)
    expect(codeOf(await callOperator(house, { ...sent, cookie: owner.cookie }))).toBe('sign_in_required')
  })
})

describe('whoever looks', () => {
  test('changes nothing: neither secrets nor people nor the switch nor the reason', async () => {
    const owner = await signInTo(house, shop.organizationId)
    const looking = await lookHere()
    const store = `/stores/${shop.merchantId}/live`
    const refused = [
      await looking.post(`${store}/keys`, { name: 'Mine' }),
      await looking.patch(`${store}/settings`, { name: 'Mine' }),
      await looking.post('/people/invitations', { email: 'me@operator.example', role: 'owner' }),
      await looking.post('/impersonation', { allowed: true }),
      await looking.post('/account/email', { email: 'me@operator.example', password: looking.password }),
      await looking.post('/organization/second-factor', { required: false }),
      await looking.post('/stores', { name: 'Mine' }),
      await looking.post('/leave'),
      await looking.get('/account/security'),
      await looking.get('/organizations'),
      await looking.get('/audit'),
      await looking.get('/people'),
    ]
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'role_insufficient'))
    expect(((await owner.get('/me')).body as Me).colleagues).toHaveLength(1)
  })

  test('sees no other organisation', async () => {
    const other = await house.createMerchant('Other')
    const looking = await lookHere()
    expect((await looking.get(`/stores/${other.merchantId}/live/orders`)).status).toBe(404)
  })

  test('nobody is given the role, whatever is sent along', async () => {
    const owner = await signInTo(house, shop.organizationId)
    const invited = await owner.post('/people/invitations', { email: 'a@b.example', role: 'operator' })
    expect(codeOf(invited)).toBe('validation_failed')
    const operator = await operatorHere()
    const more = { reason: aReason, role: 'owner', ends_at: '2036-01-01T00:00:00Z', operator_id: 'opr_0' }
    const path = `/organizations/${shop.organizationId}/impersonate`
    expect(codeOf(await operator.post(path, more))).toBe('validation_failed')
    expect(codeOf(await owner.post('/impersonation', { allowed: false, turn: 9 }))).toBe('validation_failed')
  })

  test.each(['', 'too short', ' '.repeat(20), 'x'.repeat(501)])('says why: %j is no reason', async (reason) => {
    const operator = await operatorHere()
    const answer = await operator.post(`/organizations/${shop.organizationId}/impersonate`, { reason })
    expect(codeOf(answer)).toBe('validation_failed')
  })

  test('is out after thirty minutes by the clock, and the trail says so once the worker looked', async () => {
    const looking = await lookHere()
    now += 30 * minute - 1
    expect((await looking.get('/me')).status).toBe(200)
    now += 1
    expect((await looking.get('/me')).status).toBe(401)
    const { impersonations } = house.foundation.operators
    expect(await impersonations.isDue()).toBe(true)
    await impersonations.endDue()
    await impersonations.endDue()
    const ended = await entriesOf(house.foundation.documents, shop.organizationId, ['impersonation.ended'])
    expect(ended).toMatchObject([{ details: { by: 'time', seconds: 1800 } }])
  })

  test('leaves a trace of reading as an operator, not as a person', async () => {
    await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live, now })
    const looking = await lookHere()
    expect((await looking.get(`/stores/${shop.merchantId}/live/orders`)).status).toBe(200)
    await house.services.traces.flush()
    await house.foundation.trail.follow()
    const reader = { organizationId: shop.organizationId }
    const { data } = await house.foundation.trail.read(reader, { limit: 50, action: 'data.read' })
    expect(data.map(({ actor }) => actor)).toContainEqual({ type: 'operator', id: looking.operator.id })
    expect(data.filter(({ actor }) => actor.type === 'person')).toEqual([])
  })

  test('one at a time: the next look ends the one before', async () => {
    const other = await house.createMerchant('Other')
    const operator = await operatorHere()
    const first = await lookAt(house, shop.organizationId, operator)
    const second = await lookAt(house, other.organizationId, operator)
    expect((await first.get('/me')).status).toBe(401)
    expect((await second.get('/me')).status).toBe(200)
    await operator.post('/sign-out')
    expect((await second.get('/me')).status).toBe(401)
  })
})

describe('the merchant', () => {
  test('switches it off: what runs ends, nothing begins, and on again opens nothing old', async () => {
    const owner = await signInTo(house, shop.organizationId)
    const admin = await signInTo(house, shop.organizationId, 'admin')
    const looking = await lookHere()
    expect(codeOf(await admin.post('/impersonation', { allowed: false }))).toBe('role_insufficient')
    expect((await owner.post('/impersonation', { allowed: false })).status).toBe(200)
    expect((await looking.get('/me')).status).toBe(401)
    const again = await looking.operator.post(`/organizations/${shop.organizationId}/impersonate`, { reason: aReason })
    expect(codeOf(again)).toBe('impersonation_off')
    now += 1
    await owner.post('/impersonation', { allowed: true })
    expect((await looking.get('/me')).status).toBe(401)
    const told = (await owner.get('/impersonation')).body as Impersonations
    expect(told).toMatchObject({ allowed: true, data: [{ ended_by: 'switched_off' }] })
    const switched = await entriesOf(house.foundation.documents, shop.organizationId, ['impersonation.switched'])
    expect(switched.map(({ details }) => details['allowed'])).toEqual([true, false])
  })

  test('a record that was missed while ending opens nothing all the same', async () => {
    const owner = await signInTo(house, shop.organizationId)
    const looking = await lookHere()
    const { documents } = house.foundation
    const { impersonations } = await import('./collections.ts')
    await owner.post('/impersonation', { allowed: false })
    await owner.post('/impersonation', { allowed: true })
    const [{ id } = { id: '' }] = (await documents.operator().find(impersonations, { state: 'ended' }, { limit: 1 }))
      .items
    await documents.operator().write({ update: impersonations, id, changes: { set: { state: 'running' } } })
    expect((await looking.get('/me')).status).toBe(401)
  })
})
