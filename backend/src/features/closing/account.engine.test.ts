import { AccountDeletion, SignInChallenge, type PasskeyAnswer } from '#contract/console.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from '../../testing/console.ts'
import { onEachEngine, type EngineHouse, type OpenEngineHouse } from '../../testing/each-engine.ts'
import { anOrder, send } from '../../testing/house.ts'
import { lettersTo, tokenTo } from '../../testing/letters.ts'
import { addPasskey, askToAdd, askToSignIn } from '../../testing/passkeys.ts'
import { people, signIns, factors } from '../accounts/collections.ts'
import { passkeys } from '../accounts/passkeys/collections.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { memberships } from '../organisations/collections.ts'

jest.setTimeout(120_000)

const newPassword = 'a quiet harbour 7'

const suite = (open: OpenEngineHouse): void => {
  let house: EngineHouse
  let shop: NewMerchant
  let owner: SignedIn
  const now = Date.UTC(2026, 10, 22, 9)

  beforeAll(async () => {
    house = await open(() => now)
  })
  beforeEach(async () => {
    shop = await house.createMerchant('Marlow Audio')
    owner = await signInTo(house, shop.organizationId)
  })
  afterAll(() => house.remove())

  const told = ({ status, body }: { status: number; body: unknown }) =>
    status < 300 ? 'done' : (body as { code: string }).code
  const idOf = async ({ get }: SignedIn) => ((await get('/me')).body as { person: { id: string } }).person.id
  const bySignIn = (passkey: PasskeyAnswer) =>
    callConsole(house, { method: 'post', path: '/sign-in/passkey', body: { passkey } })
  const callsOf = (cookie: string) => ({
    cookie,
    get: (path: string) => callConsole(house, { path, cookie }),
    post: (path: string, body?: unknown) => callConsole(house, { method: 'post', path, body, cookie }),
  })
  /** With the address of the owner. */
  const signUpAgain = async () => {
    const wanted = { email: owner.email, name: 'Ines', organization: 'Again' }
    await callConsole(house, { method: 'post', path: '/sign-up', body: wanted })
    const token = await tokenTo(house, owner.email, 'confirm-address')
    const body = { token, password: newPassword }
    return callConsole(house, { method: 'post', path: '/sign-up/confirm', body })
  }
  const outcomes = async ({ get }: SignedIn) =>
    AccountDeletion.parse((await get('/account/deletion')).body).organizations.map(({ name, outcome, stores }) => [
      name,
      outcome,
      stores,
    ])
  test('somebody among others goes alone: signed out everywhere, out of every row, told by mail', async () => {
    const bo = await signInTo(house, shop.organizationId, 'admin')
    const id = await idOf(bo)
    expect(await outcomes(bo)).toEqual([['Marlow Audio', 'leave', 1]])
    expect((await bo.post('/account/delete', { password: 'not mine 123' })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/password' }],
    })
    expect(told(await bo.post('/account/delete', {}))).toBe('validation_failed')
    expect(told(await bo.post('/account/delete', { password: bo.password }))).toBe('done')
    expect(told(await bo.get('/me'))).toBe('sign_in_required')
    const refresh = await callConsole(house, { method: 'post', path: '/refresh', cookie: bo.cookie })
    expect(told(refresh)).toBe('sign_in_required')
    const operator = house.foundation.documents.operator()
    expect(await operator.get(people, id)).toBeUndefined()
    expect(await operator.get(factors, id)).toBeUndefined()
    expect(await operator.count(signIns, { person_id: id })).toBe(0)
    expect(await operator.count(memberships, { person_id: id })).toBe(0)
    expect((await lettersTo(house, bo.email)).map(({ kind }) => kind)).toEqual(['account-deleted'])
    await house.foundation.trail.follow()
    expect(await house.foundation.trail.verify(shop.organizationId)).toMatchObject({ ok: true, first_bad: null })
    const trail = JSON.stringify((await owner.get('/audit?limit=50')).body)
    expect(trail).toContain('person.deleted')
    expect(trail).not.toContain(bo.email)
    expect(told(await owner.get('/me'))).toBe('done')
  })

  test('the last owner among others is told to hand over first, and goes once they did', async () => {
    const bo = await signInTo(house, shop.organizationId, 'viewer')
    expect(await outcomes(owner)).toEqual([['Marlow Audio', 'transfer_first', 1]])
    const refused = await owner.post('/account/delete', { password: owner.password })
    expect(refused.body).toMatchObject({ code: 'last_owner', detail: expect.stringContaining('Marlow Audio') })
    expect(told(await owner.post(`/people/${await idOf(bo)}/transfer`))).toBe('done')
    expect(told(await owner.post('/account/delete', { password: owner.password }))).toBe('done')
    expect((await bo.get('/me')).body).toMatchObject({ role: 'owner', organization: { closed: false } })
  })

  test('of two owners who go at once one stays, or nobody', async () => {
    const second = await signInTo(house, shop.organizationId)
    await signInTo(house, shop.organizationId, 'viewer')
    const answers = await Promise.all(
      [owner, second].map((one) => one.post('/account/delete', { password: one.password })),
    )
    expect(answers.map(told).filter((answer) => answer === 'done').length).toBeLessThanOrEqual(1)
  })

  test('an organisation of one person goes with them: keys at once, data with the worker', async () => {
    await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live, now })
    expect(await outcomes(owner)).toEqual([['Marlow Audio', 'close', 1]])
    expect(told(await owner.post('/account/delete', { password: owner.password }))).toBe('done')
    expect(told(await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live, now }))).toBe(
      'key_revoked',
    )
    await house.services.erasure.erase()
    expect(await house.foundation.closings.of(shop.organizationId)).toMatchObject({ state: 'erased' })
    expect(told(await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live, now }))).toBe(
      'key_unknown',
    )
    await house.foundation.trail.follow()
    expect(await house.foundation.trail.verify(shop.organizationId)).toMatchObject({ ok: true })
    expect(await house.foundation.trail.chains()).toContain(shop.organizationId)
  })

  test('the address signs up again, as somebody new', async () => {
    const id = await idOf(owner)
    await owner.post('/account/delete', { password: owner.password })
    const me = (await signUpAgain()).body as { person: { id: string }; organization: { name: string } }
    expect(me).toMatchObject({ organization: { name: 'Again' } })
    expect(me.person.id).not.toBe(id)
  })

  test('a link that was mailed before opens nothing afterwards', async () => {
    await callConsole(house, { method: 'post', path: '/password/forgot', body: { email: owner.email } })
    const token = await tokenTo(house, owner.email, 'reset-password')
    await owner.post('/account/delete', { password: owner.password })
    const body = { token, password: 'another harbour 8' }
    expect(told(await callConsole(house, { method: 'post', path: '/password/reset', body }))).toBe('link_invalid')
  })

  test('a passkey of a deleted account opens nothing, whenever it was asked for', async () => {
    const bo = await signInTo(house, shop.organizationId, 'admin')
    const id = await idOf(bo)
    const { key } = await addPasskey(bo)
    const { body } = await callConsole(house, {
      ...{ method: 'post', path: '/sign-in', body: { email: bo.email, password: bo.password } },
    })
    const { challenge, passkey: second } = SignInChallenge.parse(body)
    if (!second) throw new Error('no passkey asked for')
    const before = await askToSignIn(house)
    expect(told(await bySignIn(key.answer(before)))).toBe('done')
    const earlier = await askToSignIn(house)
    expect(told(await bo.post('/account/delete', { password: bo.password }))).toBe('done')
    expect(told(await bySignIn(key.answer(earlier)))).toBe('passkey_refused')
    expect(told(await bySignIn(key.answer(await askToSignIn(house))))).toBe('passkey_refused')
    const answered = { challenge, passkey: key.answer(second) }
    const again = await callConsole(house, { method: 'post', path: '/sign-in/second/passkey', body: answered })
    expect(told(again)).toBe('challenge_over')
    expect(await house.foundation.documents.operator().count(passkeys, { person_id: id })).toBe(0)
  })

  test('who signs up with the address anew has none of its passkeys, and may add the same device again', async () => {
    const { key } = await addPasskey(owner)
    await owner.post('/account/delete', { password: owner.password })
    const back = await signUpAgain()
    const anew: SignedIn = { ...owner, ...callsOf(cookiesOf(back)), password: newPassword }
    expect((await anew.get('/account/security')).body).toMatchObject({ passkeys: [], recovery_codes_left: 0 })
    expect((await askToAdd(anew)).excludeCredentials).toEqual([])
    expect(told(await bySignIn(key.answer(await askToSignIn(house))))).toBe('passkey_refused')
    await addPasskey(anew, key)
    const opened = await bySignIn(key.answer(await askToSignIn(house)))
    expect(opened.body).toMatchObject({ person: { id: await idOf(anew) }, organization: { name: 'Again' } })
  })
}

onEachEngine('the end of an account', suite)
