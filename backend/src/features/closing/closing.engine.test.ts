import { Closings } from '#contract/console.ts'
import { collections } from '../../collections.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from '../../testing/console.ts'
import { onEachEngine, type EngineHouse, type OpenEngineHouse } from '../../testing/each-engine.ts'
import { anOrder, send, shopOrigin } from '../../testing/house.ts'
import { lettersTo } from '../../testing/letters.ts'
import { operator } from '../audit/service.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { impersonationRules } from '../operators/collections.ts'

jest.setTimeout(120_000)

const day = 24 * 3_600_000
const begin = Date.UTC(2026, 10, 22, 9)

const suite = (open: OpenEngineHouse): void => {
  let now = begin
  let house: EngineHouse
  let shop: NewMerchant
  let second: NewMerchant
  let owner: SignedIn

  beforeAll(async () => {
    house = await open(() => now)
  })
  beforeEach(async () => {
    now = begin
    shop = await house.createMerchant('Marlow Audio')
    second = await house.foundation.merchants.create(operator, {
      ...{ name: 'Marlow Outlet', origins: [shopOrigin], organizationId: shop.organizationId },
    })
    owner = await signInTo(house, shop.organizationId)
  })
  afterAll(() => house.remove())

  const told = ({ status, body }: { status: number; body: unknown }) =>
    status < 300 ? 'done' : (body as { code: string }).code
  const score = (keys = shop.live) => send(house, { path: '/v1/assessments', body: anOrder(), keys, now })
  const closings = async () => Closings.parse((await owner.get('/closings')).body)
  const storeClose = (name: string, more = {}) =>
    owner.post(`/stores/${shop.merchantId}/close`, { name, password: owner.password, ...more })
  const work = async (...names: string[]) => {
    const jobs = house.startWork()
    for (const name of names) await jobs.runNow(name)
    await jobs.stop()
  }
  const again = async (one: SignedIn) => {
    const body = { email: one.email, password: one.password }
    const answer = await callConsole(house, { method: 'post', path: '/sign-in', body })
    return { answer, cookie: cookiesOf(answer) }
  }
  const own = collections
    .filter(({ scope, appendOnly }) => scope === 'merchant' && appendOnly !== true)
    .map(({ name }) => name)

  /** Documents of a store that are not its trail. */
  const leftOf = (merchantId: string) => house.rowsOf(merchantId, own)

  test('a store is deleted by its typed name and a fresh proof, and its keys stop at once', async () => {
    expect((await storeClose('marlow')).body).toMatchObject({ errors: [{ pointer: '/name' }] })
    expect((await storeClose('Marlow Audio', { password: 'wrong 12345' })).body).toMatchObject({
      errors: [{ pointer: '/password' }],
    })
    expect(told(await score())).toBe('done')
    const stores = async () =>
      ((await owner.get('/me')).body as { stores: { name: string }[] }).stores.map((one) => one.name)
    expect(told(await storeClose('Marlow Audio'))).toBe('done')
    expect(told(await score())).toBe('key_revoked')
    expect(told(await score(second.live))).toBe('done')
    expect(await stores()).toEqual(['Marlow Outlet'])
    expect(told(await owner.get(`/stores/${shop.merchantId}/live/settings`))).toBe('not_found')
    expect((await lettersTo(house, owner.email)).map(({ kind }) => kind)).toEqual(['closed'])
    expect(await closings()).toMatchObject({
      ...{ organization: null },
      stores: [{ id: shop.merchantId, name: 'Marlow Audio', state: 'closed', removed: 0 }],
    })
  })

  test('it is taken back with the same keys, until its 30 days are over', async () => {
    await storeClose('Marlow Audio')
    now = begin + 30 * day - 1
    await house.services.erasure.erase()
    owner = { ...owner, ...(await signInTo(house, shop.organizationId)) }
    expect(told(await owner.post(`/stores/${shop.merchantId}/take-back`))).toBe('done')
    expect(told(await score())).toBe('done')
    expect(told(await owner.post(`/stores/${shop.merchantId}/take-back`))).toBe('not_found')
    expect(await closings()).toMatchObject({ stores: [] })
  })

  test('after 30 days all of it is gone, its keys are destroyed, and the chain still verifies', async () => {
    await score()
    await work('fold-verdicts')
    expect(await leftOf(shop.merchantId)).toBeGreaterThan(3)
    await storeClose('Marlow Audio')
    // The log of requests waits in memory for seconds, and the month that follows lasts no time here.
    await house.services.requests.flush()
    now = begin + 30 * day
    await house.services.erasure.erase()
    // What expired on the way is out of sight already and goes with the upkeep of the next days.
    now += day
    await house.foundation.documents.expire()
    expect(await leftOf(shop.merchantId)).toBe(0)
    expect(told(await score())).toBe('key_unknown')
    await expect(house.foundation.vault.storeKeys(shop.merchantId)).rejects.toThrow('key')
    owner = await signInTo(house, shop.organizationId)
    const [closed] = (await closings()).stores
    expect(closed).toMatchObject({ state: 'erased', name: '', erased_at: new Date(begin + 30 * day).toISOString() })
    expect(closed?.removed).toBeGreaterThan(3)
    expect(told(await owner.post(`/stores/${shop.merchantId}/take-back`))).toBe('not_found')
    expect(await house.foundation.trail.verify(shop.organizationId)).toMatchObject({ ok: true, sealed_away: 1 })
    expect(told(await score(second.live))).toBe('done')
    // The rounds of the worker go on without it.
    await work('pack-orders', 'mature-orders', 'expire', 'rotate-identifiers', 'train-models')
    expect(house.logged.filter((line) => line.includes('job failed'))).toEqual([])
  })

  test('a closed organisation signs everybody out; an owner comes back to take it back, nobody else comes in', async () => {
    const bo = await signInTo(house, shop.organizationId, 'admin')
    const name = 'Marlow Audio'
    expect(told(await bo.post('/organization/close', { name, password: bo.password }))).toBe('role_insufficient')
    expect(told(await owner.post('/organization/close', { name, password: owner.password }))).toBe('done')
    expect([told(await owner.get('/me')), told(await bo.get('/me'))]).toEqual(['sign_in_required', 'sign_in_required'])
    expect([told(await score()), told(await score(second.live))]).toEqual(['key_revoked', 'key_revoked'])
    expect(told((await again(bo)).answer)).toBe('sign_in_required')
    const { answer, cookie } = await again(owner)
    expect(answer.body).toMatchObject({ organization: { name, closed: true } })
    const call = (method: 'get' | 'post', path: string, body?: unknown) =>
      callConsole(house, { method, path, body, cookie })
    expect(told(await call('get', '/people'))).toBe('organization_closed')
    expect(told(await call('get', `/stores/${shop.merchantId}/live/settings`))).toBe('organization_closed')
    expect((await call('get', '/closings')).body).toMatchObject({ organization: { state: 'closed' } })
    expect(told(await call('post', '/organization/take-back'))).toBe('done')
    expect(told(await call('get', `/stores/${shop.merchantId}/live/settings`))).toBe('done')
    expect(told(await score())).toBe('done')
  })

  test('30 days later its people go with it, but who belongs elsewhere stays', async () => {
    const other = await house.createMerchant('Elsewhere')
    const bo = await signInTo(house, shop.organizationId, 'viewer')
    const { body } = await bo.get('/me')
    const { id } = (body as { person: { id: string } }).person
    const host = await signInTo(house, other.organizationId)
    const { foundation } = house
    await host.post('/people/invitations', { email: bo.email, role: 'viewer' })
    const token = (await lettersTo(house, bo.email)).at(-1)?.data['link']?.split('#')[1] ?? ''
    expect(told(await bo.post('/invitations/accept', { token }))).toBe('done')
    expect(told(await owner.post('/impersonation', { allowed: false }))).toBe('done')
    await owner.post('/organization/close', { name: 'Marlow Audio', password: owner.password })
    now = begin + 30 * day
    await house.services.erasure.erase()
    expect(await foundation.closings.of(shop.organizationId)).toMatchObject({ state: 'erased' })
    expect(await foundation.documents.operator().get(impersonationRules, shop.organizationId)).toBeUndefined()
    expect(told((await again(owner)).answer)).toBe('sign_in_failed')
    expect((await lettersTo(house, owner.email)).map(({ kind }) => kind)).toContain('account-deleted')
    expect((await again(bo)).answer.body).toMatchObject({ person: { id }, organization: { name: 'Elsewhere' } })
    await foundation.trail.follow()
    expect(await foundation.trail.verify(shop.organizationId)).toMatchObject({ ok: true })
  })

  test('an erasure that died after the keys were destroyed is finished by the next round', async () => {
    await storeClose('Marlow Audio')
    now = begin + 30 * day
    const [closing] = await house.foundation.closings.inState('closed')
    if (closing) await house.foundation.closings.begin(closing)
    await house.foundation.vault.destroyKeys(shop.merchantId)
    await house.services.erasure.erase()
    expect(await house.foundation.closings.of(shop.merchantId)).toMatchObject({ state: 'erased' })
  })

  test('what a store gave to others goes before it is called erased', async () => {
    const person = { type: 'person', id: 'usr_1' } as const
    const { network } = house.services
    const terms = 1
    await network.setSharing(person, shop.merchantId, { on: true, read_version: terms }).catch(() => undefined)
    await storeClose('Marlow Audio')
    expect(await network.shares({ merchantId: shop.merchantId, mode: 'live' })).toBe(false)
  })

  test('another organisation sees and closes nothing of it', async () => {
    const other = await house.createMerchant('Other')
    const stranger = await signInTo(house, other.organizationId)
    const body = { name: 'Marlow Audio', password: stranger.password }
    expect(told(await stranger.post(`/stores/${shop.merchantId}/close`, body))).toBe('not_found')
    await storeClose('Marlow Audio')
    expect(told(await stranger.post(`/stores/${shop.merchantId}/take-back`))).toBe('not_found')
    expect((await stranger.get('/closings')).body).toEqual({ organization: null, stores: [] })
  })
}

onEachEngine('closing', suite)
