import { Me } from '#contract/console.ts'
import { callConsole, cookiesOf, signInTo } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant('Marlow Audio')
})
afterAll(() => house.remove())

test('who signs in sees who they are, and their stores', async () => {
  const ines = await signInTo(house, shop.organizationId, 'approver')
  const me = Me.parse((await ines.get('/me')).body)
  expect(me).toMatchObject({
    person: { name: 'Ines Okafor', email: ines.email },
    role: 'approver',
    organization: { id: shop.organizationId, name: 'Marlow Audio' },
    colleagues: [{ name: 'Ines Okafor' }],
    stores: [{ id: shop.merchantId, name: 'Marlow Audio', order_url: null }],
  })
})

test('the address may be typed in any case', async () => {
  const { email, password } = await signInTo(house, shop.organizationId)
  const body = { email: ` ${email.toUpperCase()} `, password }
  const answer = await callConsole(house, { method: 'post', path: '/sign-in', body })
  expect(answer.status).toBe(200)
})

test('a refresh token gives new tokens, and the old access token goes on until it ends', async () => {
  const { cookie } = await signInTo(house, shop.organizationId)
  const answer = await callConsole(house, { method: 'post', path: '/refresh', cookie })
  expect(answer.status).toBe(200)
  expect(Me.parse(answer.body).organization.id).toBe(shop.organizationId)
  const fresh = cookiesOf(answer)
  expect(fresh).not.toBe(cookie)
  expect((await callConsole(house, { path: '/me', cookie: fresh })).status).toBe(200)
  expect((await callConsole(house, { path: '/me', cookie })).status).toBe(200)
})

test('after a sign-out neither token opens anything, and the cookies are taken back', async () => {
  const ines = await signInTo(house, shop.organizationId)
  const answer = await ines.post('/sign-out', {})
  expect(answer.body).toEqual({ done: true })
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^goodfaith_access=; Path=\/console; Max-Age=0/),
    expect.stringMatching(/^goodfaith_refresh=; Path=\/console\/v1\/refresh; Max-Age=0/),
  ])
  expect((await ines.get('/me')).body).toMatchObject({ code: 'sign_in_required' })
  expect((await ines.post('/refresh')).body).toMatchObject({ code: 'sign_in_required' })
})
