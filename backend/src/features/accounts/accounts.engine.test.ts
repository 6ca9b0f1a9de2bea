import { Secret, TOTP } from 'otpauth'
import type { Response } from 'supertest'
import { AccountSecurity, Me, type RecoveryCodes, type SignInChallenge, type TotpStart } from '#contract/console.ts'
import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { lettersTo, tokenTo } from '../../testing/letters.ts'
import { withServer } from '../../testing/servers.ts'
import { operatorAuditEntries } from '../audit/collections.ts'

jest.setTimeout(120_000)

const minute = 60_000
const hour = 60 * minute
let addresses = 0
const newAddress = (): string => `somebody-${(addresses += 1)}@shop.example`
const codeOf = (body: unknown): unknown => (body as { code?: string }).code

const suite = (open: (clock: () => number) => Promise<TestHouse>): void => {
  let house: TestHouse
  let organizationId: string
  let now = Date.UTC(2026, 10, 22, 9)

  beforeAll(async () => {
    house = await open(() => now)
    organizationId = (await house.createMerchant()).organizationId
  })
  afterAll(() => house.remove())

  const post = (path: string, body: unknown, cookie?: string): Promise<Response> =>
    callConsole(house, { method: 'post', path, body, ...(cookie !== undefined && { cookie }) })
  const signIn = (email: string, password: string, cookie?: string) => post('/sign-in', { email, password }, cookie)
  const kindsTo = async (to: string) => (await lettersTo(house, to)).map(({ kind }) => kind)
  const audited = async (action: string) =>
    (
      await house.foundation.documents
        .operator()
        .find(operatorAuditEntries, {}, { sort: { field: 'at', direction: 'desc' }, limit: 1000 })
    ).items.filter((entry) => entry.action === action)

  const appOf = (secret: string) => {
    const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 })
    return () => totp.generate({ timestamp: now })
  }
  /** With an app set up; answers it and the recovery codes. */
  const withApp = async (person: SignedIn) => {
    const { secret } = (await person.post('/account/totp/start', { password: person.password })).body as TotpStart
    const app = appOf(secret)
    const confirmed = await person.post('/account/totp/confirm', { code: app() })
    return { app, codes: (confirmed.body as RecoveryCodes).recovery_codes }
  }
  const challengeFor = async ({ email, password }: SignedIn): Promise<string> =>
    ((await signIn(email, password)).body as SignInChallenge).challenge

  describe('by mail', () => {
    test('who signs up confirms the address, chooses a password, and is owner of an organisation without a store', async () => {
      const email = newAddress()
      const asked = await post('/sign-up', { email, name: 'Ines', organization: 'Marlow Audio' })
      expect(asked.body).toEqual({ done: true })
      const token = await tokenTo(house, email, 'confirm-address')
      const confirmed = await post('/sign-up/confirm', { token, password: 'a quiet harbour 7' })
      expect(Me.parse(confirmed.body)).toMatchObject({
        person: { name: 'Ines', email },
        role: 'owner',
        organization: { name: 'Marlow Audio' },
        stores: [],
      })
      expect((await callConsole(house, { path: '/me', cookie: cookiesOf(confirmed) })).status).toBe(200)
      expect((await signIn(email, 'a quiet harbour 7')).status).toBe(200)
      const again = await post('/sign-up/confirm', { token, password: 'a quiet harbour 7' })
      expect(codeOf(again.body)).toBe('link_invalid')
    })

    test('a second sign-up tells the owner of the address, and nobody else', async () => {
      const { email } = await signInTo(house, organizationId)
      const asked = await post('/sign-up', { email: email.toUpperCase(), name: 'Eve', organization: 'Evil' })
      expect(asked.body).toEqual({ done: true })
      expect(await kindsTo(email)).toContain('account-exists')
      expect(await tokenTo(house, email, 'confirm-address')).toBe('')
    })

    test('ten who confirm at once make one account', async () => {
      const email = newAddress()
      await post('/sign-up', { email, name: 'Ines', organization: 'Once' })
      const token = await tokenTo(house, email, 'confirm-address')
      const body = { token, password: 'a quiet harbour 7' }
      const answers = await Promise.all(Array.from({ length: 10 }, () => post('/sign-up/confirm', body)))
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    })

    test('a link lasts 24 hours, and the letter can be had again', async () => {
      const email = newAddress()
      await post('/sign-up', { email, name: 'Ines', organization: 'Late' })
      const first = await tokenTo(house, email, 'confirm-address')
      now += 23 * hour
      await post('/sign-up/resend', { email })
      const second = await tokenTo(house, email, 'confirm-address')
      expect(second).not.toBe(first)
      now += 2 * hour
      const body = { password: 'a quiet harbour 7' }
      expect(codeOf((await post('/sign-up/confirm', { ...body, token: first })).body)).toBe('link_invalid')
      expect((await post('/sign-up/confirm', { ...body, token: second })).status).toBe(200)
    })

    test('a reset sets the password once, within an hour, signs out everywhere and is told', async () => {
      const person = await signInTo(house, organizationId)
      const { email } = person
      await post('/password/forgot', { email })
      const early = await tokenTo(house, email, 'reset-password')
      now += 1_000
      await post('/password/forgot', { email })
      const token = await tokenTo(house, email, 'reset-password')
      const password = 'another harbour 8'
      expect(codeOf((await post('/password/reset', { token: early, password })).body)).toBe('link_invalid')
      expect((await post('/password/reset', { token, password })).body).toEqual({ done: true })
      expect(codeOf((await post('/password/reset', { token, password })).body)).toBe('link_invalid')
      expect((await person.get('/me')).status).toBe(401)
      expect((await signIn(email, person.password)).status).toBe(401)
      expect((await signIn(email, password)).status).toBe(200)
      expect(await kindsTo(email)).toContain('password-changed')
      await post('/password/forgot', { email })
      const late = await tokenTo(house, email, 'reset-password')
      now += hour + 1_000
      expect(codeOf((await post('/password/reset', { token: late, password })).body)).toBe('link_invalid')
    })

    test('an address that nobody has gets no letter, and a token of one kind opens no other', async () => {
      const email = newAddress()
      expect((await post('/password/forgot', { email })).body).toEqual({ done: true })
      expect((await post('/sign-up/resend', { email })).body).toEqual({ done: true })
      expect(await lettersTo(house, email)).toEqual([])
      await post('/sign-up', { email, name: 'Ines', organization: 'Kinds' })
      const token = await tokenTo(house, email, 'confirm-address')
      const body = { token, password: 'a quiet harbour 7' }
      expect(codeOf((await post('/password/reset', body)).body)).toBe('link_invalid')
      expect(codeOf((await post('/account/email/confirm', { token })).body)).toBe('link_invalid')
      expect((await post('/sign-up/confirm', body)).status).toBe(200)
    })

    test('a new address is confirmed at the new one and told at the old one', async () => {
      const person = await signInTo(house, organizationId)
      const email = newAddress()
      expect((await person.post('/account/email', { email, password: 'wrong password 1' })).status).toBe(422)
      expect((await person.post('/account/email', { email, password: person.password })).body).toEqual({ done: true })
      const token = await tokenTo(house, email, 'confirm-new-address')
      expect((await post('/account/email/confirm', { token })).body).toEqual({ done: true })
      expect((await signIn(person.email, person.password)).status).toBe(401)
      expect((await signIn(email, person.password)).status).toBe(200)
      expect(await kindsTo(person.email)).toContain('address-changing')
    })

    test('links lead where the configuration says, whatever host a request names', async () => {
      const { email } = await signInTo(house, organizationId)
      const headers = { host: 'evil.example', origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }
      await callConsole(house, { method: 'post', path: '/password/forgot', body: { email }, headers })
      const letter = (await lettersTo(house, email)).find(({ kind }) => kind === 'reset-password')
      expect(letter?.data['link']).toMatch(/^http:\/\/127\.0\.0\.1:4000\/reset#/)
    })
  })

  describe('second factor', () => {
    test('password, challenge, code: and a code works once, in however many windows', async () => {
      const person = await signInTo(house, organizationId)
      const { app } = await withApp(person)
      now += minute
      const challenges = await Promise.all(Array.from({ length: 5 }, () => challengeFor(person)))
      const code = app()
      const answers = await Promise.all(challenges.map((challenge) => post('/sign-in/second', { challenge, code })))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ body }) => codeOf(body) === 'code_wrong')).toHaveLength(4)
      const replayed = await post('/sign-in/second', { challenge: await challengeFor(person), code })
      expect(codeOf(replayed.body)).toBe('code_wrong')
    })

    test('a challenge forgives five codes, lasts ten minutes, is good once, and opens nothing by itself', async () => {
      const person = await signInTo(house, organizationId)
      const { app } = await withApp(person)
      now += minute
      const first = await challengeFor(person)
      for (let at = 0; at < 5; at += 1) {
        expect(codeOf((await post('/sign-in/second', { challenge: first, code: '000000' })).body)).toBe('code_wrong')
      }
      expect(codeOf((await post('/sign-in/second', { challenge: first, code: app() })).body)).toBe('challenge_over')
      const late = await challengeFor(person)
      now += 10 * minute + 1_000
      expect(codeOf((await post('/sign-in/second', { challenge: late, code: app() })).body)).toBe('challenge_over')
      const challenge = await challengeFor(person)
      const cookie = `goodfaith_access=${challenge}; goodfaith_refresh=${challenge}`
      expect((await callConsole(house, { path: '/me', cookie })).status).toBe(401)
      expect((await post('/sign-in/second', { challenge, code: app() })).status).toBe(200)
      now += minute
      expect(codeOf((await post('/sign-in/second', { challenge, code: app() })).body)).toBe('challenge_over')
    })

    test('each of ten recovery codes opens once, and its use is told', async () => {
      const person = await signInTo(house, organizationId)
      const { codes } = await withApp(person)
      expect(new Set(codes).size).toBe(10)
      const [code = ''] = codes
      const use = async (text: string) => post('/sign-in/second', { challenge: await challengeFor(person), code: text })
      expect((await use(code.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
      expect(codeOf((await use(code)).body)).toBe('code_wrong')
      expect(await kindsTo(person.email)).toContain('second-factor-changed')
      const security = AccountSecurity.parse((await person.get('/account/security')).body)
      expect(security).toMatchObject({ totp: true, recovery_codes_left: 9 })
      const drawn = await person.post('/account/recovery-codes', { password: person.password })
      expect(codeOf((await use(codes[1] ?? '')).body)).toBe('code_wrong')
      expect((await use((drawn.body as RecoveryCodes).recovery_codes[0] ?? '')).status).toBe(200)
    })

    test('setting up, and taking away, asks for the password again', async () => {
      const person = await signInTo(house, organizationId)
      const wrong = { password: 'not my password 1' }
      expect((await person.post('/account/totp/start', wrong)).status).toBe(422)
      await withApp(person)
      expect((await person.post('/account/totp/remove', wrong)).status).toBe(422)
      expect((await person.post('/account/recovery-codes', wrong)).status).toBe(422)
      expect((await person.post('/account/totp/remove', { password: person.password })).status).toBe(200)
      expect(Me.safeParse((await signIn(person.email, person.password)).body).success).toBe(true)
    })

    test('an organisation that asks for it opens nothing but the own account until there is one', async () => {
      const { organizationId: strict, merchantId } = await house.createMerchant('Strict')
      const owner = await signInTo(house, strict)
      const viewer = await signInTo(house, strict, 'viewer')
      const overview = `/stores/${merchantId}/test/overview`
      expect((await viewer.get(overview)).status).toBe(200)
      expect((await viewer.post('/organization/second-factor', { required: true })).status).toBe(403)
      expect((await owner.post('/organization/second-factor', { required: true })).status).toBe(200)
      expect(codeOf((await viewer.get(overview)).body)).toBe('second_factor_required')
      expect(Me.parse((await viewer.get('/me')).body).owes_second_factor).toBe(true)
      await withApp(viewer)
      expect((await viewer.get(overview)).status).toBe(200)
      const removing = await viewer.post('/account/totp/remove', { password: viewer.password })
      expect(codeOf(removing.body)).toBe('second_factor_required')
    })
  })

  describe('sessions', () => {
    test('one sees where one is signed in, ends one of them, or all', async () => {
      const person = await signInTo(house, organizationId)
      const other = cookiesOf(await signIn(person.email, person.password))
      const stranger = await signInTo(house, organizationId)
      const { sessions } = AccountSecurity.parse((await person.get('/account/security')).body)
      expect(sessions.map(({ current }) => current).sort()).toEqual([false, true])
      const id = sessions.find(({ current }) => !current)?.id
      expect((await stranger.post('/account/sessions/end', { id })).status).toBe(404)
      expect((await person.post('/account/sessions/end', { id })).status).toBe(200)
      expect((await callConsole(house, { path: '/me', cookie: other })).status).toBe(401)
      expect((await person.get('/me')).status).toBe(200)
      expect((await person.post('/account/sessions/end', {})).status).toBe(200)
      expect((await person.get('/me')).status).toBe(401)
      expect((await stranger.get('/me')).status).toBe(200)
    })

    test('another password ends all sign-ins but this one', async () => {
      const person = await signInTo(house, organizationId)
      const other = cookiesOf(await signIn(person.email, person.password))
      const given = { current: person.password, password: 'another harbour 8' }
      expect((await person.post('/account/password', given)).status).toBe(200)
      expect((await callConsole(house, { path: '/me', cookie: other })).status).toBe(401)
      expect((await person.get('/me')).status).toBe(200)
    })

    test('an unknown browser is told by mail and in the trail, a known one is not', async () => {
      const person = await signInTo(house, organizationId)
      await signIn(person.email, person.password, person.cookie)
      expect(await kindsTo(person.email)).toEqual([])
      await signIn(person.email, person.password)
      expect(await kindsTo(person.email)).toEqual(['unusual-sign-in'])
      const [entry] = await audited('sign_in.unusual')
      expect(entry?.details).toMatchObject({ causes: 'new_browser' })
      const { sessions } = AccountSecurity.parse((await person.get('/account/security')).body)
      expect(sessions.flatMap(({ unusual }) => unusual)).toEqual(['new_browser'])
    })
  })
}

describe('accounts on SQLite', () => {
  suite((clock) => openTestHouse({ clock }))
})

withServer('mongodb', 'accounts on MongoDB', (address) => {
  suite(async (clock) => {
    const place = await createMongoPlace(address)
    const house = await openTestHouse({ env: { DATABASE_URL: place.uri }, clock })
    return {
      ...house,
      remove: async () => {
        await house.remove()
        await place.remove()
      },
    }
  })
})
