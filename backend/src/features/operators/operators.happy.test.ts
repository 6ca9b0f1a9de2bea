import { RecoveryCodes, type Impersonations, type Me } from '#contract/console.ts'
import type { OperatorOrganizationDetail, OperatorOrganizations } from '#contract/operator.ts'
import { callConsole, signInTo } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { lettersTo } from '../../testing/letters.ts'
import { aReason, callOperator, codeAt, lookAt, signInOperator } from '../../testing/operator.ts'
import { entriesOf } from '../audit/service.ts'
import { operatorAuditEntries } from '../audit/collections.ts'

// Argon2, several times in each: how long that takes says nothing here.
jest.setTimeout(120_000)

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.remove())

const installationEntries = async () => {
  const sort = { field: 'at', direction: 'asc' } as const
  const { items } = await house.foundation.documents
    .operator()
    .find(operatorAuditEntries, { organization_id: null }, { sort, limit: 100 })
  return items
}

test('sets up an app at the first sign-in, and comes in with a code afterwards', async () => {
  const operator = await signInOperator(house)
  expect(operator.recovery).toHaveLength(10)
  expect((await operator.get('/me')).body).toMatchObject({ owes_second_factor: false, recovery_codes_left: 10 })
  const { email, password, secret } = operator
  const first = await callOperator(house, { method: 'post', path: '/sign-in', body: { email, password } })
  expect(Object.keys(first.body as object)).toEqual(['challenge', 'expires_at'])
  expect(first.headers['set-cookie']).toBeUndefined()
  const { challenge } = first.body as { challenge: string }
  const code = codeAt(secret, Date.now() + 30_000)
  const second = await callOperator(house, { method: 'post', path: '/sign-in/second', body: { challenge, code } })
  expect(second.status).toBe(200)
  expect((await installationEntries()).filter(({ action }) => action === 'sign_in.succeeded')).toHaveLength(3)
  expect(await lettersTo(house, email)).toMatchObject([{ kind: 'second-factor-changed' }])
})

test('draws new recovery codes for password and code: the old ones are nothing, the new ones open', async () => {
  const operator = await signInOperator(house)
  const { email, password, secret, recovery } = operator
  const code = codeAt(secret, Date.now() + 30_000)
  const drawn = RecoveryCodes.parse((await operator.post('/recovery-codes', { password, code })).body).recovery_codes
  expect(drawn).toHaveLength(10)
  expect((await operator.get('/me')).body).toMatchObject({ recovery_codes_left: 10 })
  const signInBy = async (given = '') => {
    const first = await callOperator(house, { method: 'post', path: '/sign-in', body: { email, password } })
    const { challenge } = first.body as { challenge: string }
    return callOperator(house, { method: 'post', path: '/sign-in/second', body: { challenge, code: given } })
  }
  expect((await signInBy(recovery[0])).status).toBe(422)
  expect((await signInBy(drawn[0])).body).toMatchObject({ recovery_codes_left: 9 })
  // A recovery code is a code: whose app is gone draws anew with one.
  const again = await operator.post('/recovery-codes', { password, code: drawn[1] })
  expect(RecoveryCodes.parse(again.body).recovery_codes).toHaveLength(10)
  expect((await signInBy(drawn[2])).status).toBe(422)
  const traces = (await installationEntries()).filter(({ action }) => action === 'operator.recovery_codes_drawn')
  expect(traces).toMatchObject([{ actor: { type: 'operator', id: operator.id } }, {}])
  const told = (await lettersTo(house, email)).map(({ data }) => data['what'])
  expect(told.filter((what) => what === 'new recovery codes')).toHaveLength(2)
})

test('sees organisations in numbers, and each look at one is in both chains', async () => {
  const shop = await house.createMerchant('Marlow Audio')
  await house.createMerchant('Other')
  await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })
  const operator = await signInOperator(house)
  const list = (await operator.get('/organizations?q=marlow')).body as OperatorOrganizations
  expect(list.data).toMatchObject([{ id: shop.organizationId, stores: 1, impersonation_allowed: true }])
  const one = (await operator.get(`/organizations/${shop.organizationId}`)).body as OperatorOrganizationDetail
  expect(one.stores).toMatchObject([{ live: { orders_30_days: 1 }, test: { orders_30_days: 0 } }])
  const theirs = await entriesOf(house.foundation.documents, shop.organizationId, ['operator.crossed_tenants'])
  expect(theirs).toMatchObject([{ actor: { type: 'operator', id: operator.id }, details: { purpose: 'numbers' } }])
  const own = (await installationEntries()).filter(({ action }) => action === 'operator.crossed_tenants')
  expect(own.map(({ details }) => details['purpose'])).toEqual(['list', 'numbers'])
})

test('looks with a reason, is seen by everybody, and leaves', async () => {
  const shop = await house.createMerchant('Marlow Audio')
  const owner = await signInTo(house, shop.organizationId)
  const looking = await lookAt(house, shop.organizationId)
  expect(looking.answer.status).toBe(201)
  const me = (await looking.get('/me')).body as Me
  expect(me).toMatchObject({ role: 'operator', impersonation: { operator: 'Tove Lind', reason: aReason } })
  expect(me.stores).toHaveLength(1)
  expect((await looking.get(`/stores/${shop.merchantId}/live/orders?limit=1`)).status).toBe(200)
  expect(((await owner.get('/me')).body as Me).impersonation).toMatchObject({ operator: 'Tove Lind', reason: aReason })
  const [letter] = (await lettersTo(house, owner.email)).filter(({ kind }) => kind === 'impersonation-started')
  expect(letter?.data).toMatchObject({ operator: 'Tove Lind', reason: aReason })

  const left = await looking.post('/sign-out')
  expect(left.status).toBe(200)
  expect(String(left.headers['set-cookie'])).toContain('goodfaith_impersonation=; Path=/console; Max-Age=0')
  expect((await looking.get('/me')).status).toBe(401)
  const past = (await owner.get('/impersonation')).body as Impersonations
  expect(past).toMatchObject({
    allowed: true,
    data: [{ operator: 'Tove Lind', reason: aReason, ended_by: 'operator' }],
  })
  const theirs = await entriesOf(house.foundation.documents, shop.organizationId, [
    ...(['impersonation.started', 'impersonation.ended'] as const),
  ])
  const actor = { type: 'operator', id: looking.operator.id }
  expect(theirs).toMatchObject([
    { action: 'impersonation.ended', actor },
    { action: 'impersonation.started', actor },
  ])
  const own = (await installationEntries()).filter(({ action }) => action.startsWith('impersonation.'))
  expect(own).toMatchObject([
    { action: 'impersonation.started', details: { organization: shop.organizationId, reason: aReason } },
    { action: 'impersonation.ended', details: { organization: shop.organizationId, by: 'operator' } },
  ])
})

test('whoever is signed in as well is that again afterwards', async () => {
  const shop = await house.createMerchant()
  const owner = await signInTo(house, shop.organizationId)
  const looking = await lookAt(house, shop.organizationId)
  const cookie = `${owner.cookie}; ${looking.cookie}`
  expect(((await callConsole(house, { path: '/me', cookie })).body as Me).role).toBe('operator')
  await looking.post('/sign-out')
  expect(((await callConsole(house, { path: '/me', cookie })).body as Me).role).toBe('owner')
})

test('an operator who was removed is out at once, and the trail still names them', async () => {
  const shop = await house.createMerchant()
  const owner = await signInTo(house, shop.organizationId)
  const looking = await lookAt(house, shop.organizationId)
  await house.foundation.operators.accounts.remove(looking.operator.email)
  expect((await looking.operator.get('/me')).status).toBe(401)
  expect((await looking.get('/me')).status).toBe(401)
  expect(((await owner.get('/impersonation')).body as Impersonations).data).toMatchObject([
    { operator: 'Tove Lind', ended_by: 'removed' },
  ])
  expect(await house.foundation.operators.accounts.list()).toEqual([])
})
