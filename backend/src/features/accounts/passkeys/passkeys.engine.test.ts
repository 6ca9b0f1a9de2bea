import { Secret, TOTP } from 'otpauth'
import type { Response } from 'supertest'
import {
  AccountSecurity,
  Me,
  type PasskeyAnswer,
  PasskeyCreation,
  PasskeyRequest,
  type RecoveryCodes,
  SignInChallenge,
  type TotpStart,
} from '#contract/console.ts'
import { createMongoPlace } from '../../../platform/documents/testing/mongo-place.ts'
import { createSoftwareKey } from '../../../testing/authenticator.ts'
import { callConsole, signInTo, type SignedIn } from '../../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../../testing/house.ts'
import { lettersTo, tokenTo } from '../../../testing/letters.ts'
import { addPasskey, askToAdd, askToSignIn, passkeyOrigin } from '../../../testing/passkeys.ts'
import { withServer } from '../../../testing/servers.ts'
import { operatorAuditEntries } from '../../audit/collections.ts'

jest.setTimeout(120_000)

const minute = 60_000
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
  const signIn = ({ email, password }: SignedIn) => post('/sign-in', { email, password })
  const signInBy = (passkey: PasskeyAnswer) => post('/sign-in/passkey', { passkey })
  const securityOf = async (person: SignedIn) => AccountSecurity.parse((await person.get('/account/security')).body)
  const toldTo = async ({ email }: SignedIn) => (await lettersTo(house, email)).map(({ data }) => data['what'])
  const audited = async (action: string) =>
    (
      await house.foundation.documents
        .operator()
        .find(operatorAuditEntries, {}, { sort: { field: 'at', direction: 'desc' }, limit: 1000 })
    ).items.filter((entry) => entry.action === action)

  describe('one’s own', () => {
    test('a passkey is added, listed, called something else and removed, with letters and traces', async () => {
      const person = await signInTo(house, organizationId)
      expect(PasskeyCreation.parse(await askToAdd(person))).toMatchObject({
        rp: { id: 'localhost' },
        user: { name: person.email },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const { added } = await addPasskey(person)
      expect(added.recovery_codes).toHaveLength(10)
      const [passkey] = (await securityOf(person)).passkeys
      expect(passkey).toMatchObject({ name: 'Laptop', last_used_at: null, synchronised: false, stranded: false })
      const path = `/account/passkeys/${passkey?.id ?? ''}`
      expect((await person.patch(path, { name: ' Desk ' })).body).toEqual({ done: true })
      expect((await securityOf(person)).passkeys).toMatchObject([{ name: 'Desk' }])
      expect((await person.post(`${path}/remove`, { password: person.password })).body).toEqual({ done: true })
      expect(await securityOf(person)).toMatchObject({ passkeys: [], recovery_codes_left: 0 })
      expect((await toldTo(person)).sort()).toEqual([
        'the passkey “Desk” was removed, and no longer signs in',
        'the passkey “Laptop” was added, and signs in to your account',
      ])
      for (const action of ['added', 'renamed', 'removed']) {
        expect(await audited(`person.passkey_${action}`)).toMatchObject([{ object: { type: 'passkey' } }])
      }
    })

    test('a browser is told which passkeys are there already, and the same one is kept once', async () => {
      const person = await signInTo(house, organizationId)
      const { key } = await addPasskey(person)
      const asked = await askToAdd(person)
      expect(asked.excludeCredentials).toEqual([{ type: 'public-key', id: key.id, transports: ['internal'] }])
      const again = await person.post('/account/passkeys', { name: 'Again', passkey: key.make(asked) })
      expect(codeOf(again.body)).toBe('passkey_refused')
      expect((await securityOf(person)).passkeys).toHaveLength(1)
    })

    test('ten who keep the same new passkey at once keep it once', async () => {
      const person = await signInTo(house, organizationId)
      const passkey = createSoftwareKey(passkeyOrigin).make(await askToAdd(person))
      const kept = await Promise.all(
        Array.from({ length: 10 }, () => person.post('/account/passkeys', { name: 'Once', passkey })),
      )
      expect(kept.filter(({ status }) => status === 200)).toHaveLength(1)
      expect((await securityOf(person)).passkeys).toHaveLength(1)
    })

    test('what one adds with an app set up draws no further recovery codes, and they outlive the app', async () => {
      const person = await signInTo(house, organizationId)
      const { secret } = (await person.post('/account/totp/start', { password: person.password })).body as TotpStart
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
      const drawn = (await person.post('/account/totp/confirm', { code })).body as RecoveryCodes
      const { added } = await addPasskey(person)
      expect(added.recovery_codes).toEqual([])
      await person.post('/account/totp/remove', { password: person.password })
      expect(await securityOf(person)).toMatchObject({ totp: false, recovery_codes_left: 10 })
      const challenge = SignInChallenge.parse((await signIn(person)).body)
      expect(challenge.methods).toEqual(['recovery_code', 'passkey'])
      const given = { challenge: challenge.challenge, code: drawn.recovery_codes[0] }
      expect((await post('/sign-in/second', given)).status).toBe(200)
    })
  })

  describe('instead of the password', () => {
    test('whoever holds it is signed in, and the sign-in says how', async () => {
      const person = await signInTo(house, organizationId, 'approver')
      const { key } = await addPasskey(person)
      const request = PasskeyRequest.parse(await askToSignIn(house))
      expect(request).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
      const answer = await signInBy(key.answer(request))
      expect(Me.parse(answer.body)).toMatchObject({ person: { email: person.email }, role: 'approver' })
      const { sessions, passkeys } = await securityOf(person)
      expect(sessions.map(({ factor }) => factor).sort()).toEqual(['passkey', 'password'])
      expect(passkeys[0]?.last_used_at).toBe(new Date(now).toISOString())
      const traces = (await audited('sign_in.succeeded')).filter(({ details }) => details['factor'] === 'passkey')
      expect(traces).toHaveLength(1)
    })

    test('a passkey that its vendor carries to other devices counts nothing, and opens again and again', async () => {
      const person = await signInTo(house, organizationId)
      const { key } = await addPasskey(person, createSoftwareKey(passkeyOrigin, { counts: false, synchronised: true }))
      for (let turn = 0; turn < 3; turn += 1) {
        expect((await signInBy(key.answer(await askToSignIn(house)))).status).toBe(200)
      }
      expect((await securityOf(person)).passkeys).toMatchObject([{ synchronised: true, backed_up: true }])
    })

    test('one answer opens once, however often it is sent at once', async () => {
      const { key } = await addPasskey(await signInTo(house, organizationId))
      const passkey = key.answer(await askToSignIn(house))
      const answers = await Promise.all(Array.from({ length: 10 }, () => signInBy(passkey)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ body }) => codeOf(body) === 'challenge_over')).toHaveLength(9)
    })

    test('a question is good for ten minutes', async () => {
      const { key } = await addPasskey(await signInTo(house, organizationId))
      const [early, late] = [await askToSignIn(house), await askToSignIn(house)]
      now += 9 * minute
      expect((await signInBy(key.answer(early))).status).toBe(200)
      now += 2 * minute
      expect(codeOf((await signInBy(key.answer(late))).body)).toBe('challenge_over')
    })

    test('a counter that goes back is refused, audited and told to the owner', async () => {
      const person = await signInTo(house, organizationId)
      const { key } = await addPasskey(person)
      expect((await signInBy(key.answer(await askToSignIn(house), { counter: 40 }))).status).toBe(200)
      for (const counter of [40, 39, 0]) {
        const answer = await signInBy(key.answer(await askToSignIn(house), { counter }))
        expect(codeOf(answer.body)).toBe('passkey_refused')
      }
      expect((await audited('sign_in.passkey_copied')).length).toBe(3)
      const warned = (await toldTo(person)).filter((what) => what?.includes('its counter went back'))
      expect(warned).toHaveLength(3)
      expect((await signInBy(key.answer(await askToSignIn(house), { counter: 41 }))).status).toBe(200)
    })
  })

  describe('as a second factor', () => {
    test('a password alone is no longer enough, and the passkey answers its challenge', async () => {
      const person = await signInTo(house, organizationId)
      const { key } = await addPasskey(person)
      const asked = SignInChallenge.parse((await signIn(person)).body)
      expect(asked.methods).toEqual(['recovery_code', 'passkey'])
      expect(asked.passkey).toMatchObject({ challenge: asked.challenge, allowCredentials: [{ id: key.id }] })
      if (!asked.passkey) throw new Error('no passkey asked for')
      const passkey = key.answer(asked.passkey)
      const body = { challenge: asked.challenge, passkey }
      expect(Me.parse((await post('/sign-in/second/passkey', body)).body).person.email).toBe(person.email)
      expect(codeOf((await post('/sign-in/second/passkey', body)).body)).toBe('challenge_over')
    })

    test('five wrong answers end the challenge', async () => {
      const person = await signInTo(house, organizationId)
      const { key } = await addPasskey(person)
      const asked = SignInChallenge.parse((await signIn(person)).body)
      if (!asked.passkey) throw new Error('no passkey asked for')
      const send = (passkey: PasskeyAnswer) =>
        post('/sign-in/second/passkey', { challenge: asked.challenge, passkey }).then(({ body }) => codeOf(body))
      const request = asked.passkey
      for (let turn = 0; turn < 5; turn += 1) {
        expect(await send(key.answer(request, { userVerified: false }))).toBe('passkey_refused')
      }
      expect(await send(key.answer(request))).toBe('challenge_over')
    })

    test('it is what an organisation may ask for, and the last one stays while it asks', async () => {
      const { organizationId: strict, merchantId } = await house.createMerchant('Strict')
      const owner = await signInTo(house, strict)
      const viewer = await signInTo(house, strict, 'viewer')
      await owner.post('/organization/second-factor', { required: true })
      const overview = `/stores/${merchantId}/test/overview`
      expect(codeOf((await viewer.get(overview)).body)).toBe('second_factor_required')
      await addPasskey(viewer)
      expect((await viewer.get(overview)).status).toBe(200)
      const [first] = (await securityOf(viewer)).passkeys
      const remove = (id = '') => viewer.post(`/account/passkeys/${id}/remove`, { password: viewer.password })
      expect(codeOf((await remove(first?.id)).body)).toBe('second_factor_required')
      await addPasskey(viewer, undefined, 'Spare')
      expect((await remove(first?.id)).status).toBe(200)
    })
  })

  describe('afterwards', () => {
    test('a new password keeps passkeys as second factors, and each opens alone again once shown with it', async () => {
      const person = await signInTo(house, organizationId)
      const { key: own } = await addPasskey(person)
      const { key: foreign } = await addPasskey(person, undefined, 'Of somebody who was in')
      now += minute
      await post('/password/forgot', { email: person.email })
      const password = 'another harbour 8'
      await post('/password/reset', { token: await tokenTo(house, person.email, 'reset-password'), password })
      for (const key of [own, foreign]) {
        const answer = await signInBy(key.answer(await askToSignIn(house)))
        expect(answer.body).toMatchObject({ code: 'passkey_refused', detail: expect.stringContaining('password') })
      }
      now += minute
      const asked = SignInChallenge.parse((await signIn({ ...person, password })).body)
      if (!asked.passkey) throw new Error('no passkey asked for')
      const body = { challenge: asked.challenge, passkey: own.answer(asked.passkey) }
      expect((await post('/sign-in/second/passkey', body)).status).toBe(200)
      expect((await signInBy(own.answer(await askToSignIn(house)))).status).toBe(200)
      expect(codeOf((await signInBy(foreign.answer(await askToSignIn(house)))).body)).toBe('passkey_refused')
    })

    test('signing out everywhere ends sign-ins by passkey, and the passkey stays', async () => {
      const person = await signInTo(house, organizationId)
      const { key } = await addPasskey(person)
      await signInBy(key.answer(await askToSignIn(house)))
      expect((await securityOf(person)).sessions).toHaveLength(2)
      await person.post('/account/sessions/end', {})
      expect((await person.get('/me')).status).toBe(401)
      expect((await signInBy(key.answer(await askToSignIn(house)))).status).toBe(200)
    })

    test('a removed passkey opens nothing, at once', async () => {
      const person = await signInTo(house, organizationId)
      const { key, added } = await addPasskey(person)
      const request = await askToSignIn(house)
      await person.post(`/account/passkeys/${added.passkey.id}/remove`, { password: person.password })
      expect(codeOf((await signInBy(key.answer(request))).body)).toBe('passkey_refused')
    })

    test('whoever was removed from the organisation is not let in by a passkey, and a changed role holds', async () => {
      const { organizationId: own } = await house.createMerchant('Small')
      const owner = await signInTo(house, own)
      const bo = await signInTo(house, own, 'approver')
      const { key } = await addPasskey(bo)
      const id = Me.parse((await bo.get('/me')).body).person.id
      await owner.patch(`/people/${id}`, { role: 'viewer' })
      expect(Me.parse((await signInBy(key.answer(await askToSignIn(house)))).body).role).toBe('viewer')
      await owner.post(`/people/${id}/remove`)
      expect(codeOf((await signInBy(key.answer(await askToSignIn(house)))).body)).toBe('sign_in_required')
    })
  })
}

describe('passkeys on SQLite', () => {
  suite((clock) => openTestHouse({ clock }))
})

withServer('mongodb', 'passkeys on MongoDB', (address) => {
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
