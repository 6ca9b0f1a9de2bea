import { Secret, TOTP } from 'otpauth'
import { Me, People, type TotpStart } from '#contract/console.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import type { Role } from '../../platform/http/caller.ts'
import { membershipId, memberships } from '../organisations/collections.ts'

jest.setTimeout(90_000)

const told = ({ status, body }: { status: number; body: unknown }) =>
  status < 300 ? 'done' : (body as { code: string }).code
const meOf = async ({ get }: SignedIn) => Me.parse((await get('/me')).body)
const setUp = async ({ post, password }: SignedIn): Promise<void> => {
  const { secret } = (await post('/account/totp/start', { password })).body as TotpStart
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  expect(told(await post('/account/totp/confirm', { code }))).toBe('done')
}

describe('an organisation that asks for it', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.remove())

  test('confines sessions that are open at once, until the app is set up; nobody takes it away again', async () => {
    const shop = await house.createMerchant()
    const owner = await signInTo(house, shop.organizationId)
    const viewer = await signInTo(house, shop.organizationId, 'viewer')
    const settings = `/stores/${shop.merchantId}/live/settings`
    await setUp(owner)
    expect(told(await viewer.get(settings))).toBe('done')
    expect(told(await owner.post('/organization/second-factor', { required: true }))).toBe('done')
    expect(People.parse((await owner.get('/people')).body).second_factor).toBe(true)
    expect(told(await viewer.get(settings))).toBe('second_factor_required')
    expect(await meOf(viewer)).toMatchObject({ owes_second_factor: true })
    expect(told(await owner.get(settings))).toBe('done')
    const body = { email: viewer.email, password: viewer.password }
    const again = await callConsole(house, { method: 'post', path: '/sign-in', body })
    expect(told(await callConsole(house, { path: settings, cookie: cookiesOf(again) }))).toBe('second_factor_required')
    await setUp(viewer)
    expect(told(await viewer.get(settings))).toBe('done')
    const { password } = viewer
    expect(told(await viewer.post('/account/totp/remove', { password }))).toBe('second_factor_required')
  })

  test('is asked by its owner alone', async () => {
    const shop = await house.createMerchant()
    for (const role of ['admin', 'approver', 'viewer'] as const) {
      const person = await signInTo(house, shop.organizationId, role)
      expect(told(await person.post('/organization/second-factor', { required: true }))).toBe('role_insufficient')
    }
  })

  test('names everybody of it, those who joined from elsewhere too', async () => {
    const shop = await house.createMerchant()
    const other = await house.createMerchant('Other')
    const owner = await signInTo(house, shop.organizationId)
    const bo = await meOf(await signInTo(house, other.organizationId))
    const { organisations } = house.services.console.organisations
    expect((await meOf(owner)).colleagues.map(({ id }) => id)).not.toContain(bo.person.id)
    const id = membershipId(bo.person.id, shop.organizationId)
    const joined = { id, person_id: bo.person.id, organization_id: shop.organizationId, role: 'viewer', created_at: 1 }
    const document = { ...joined, removed_at: null } as const
    await house.foundation.documents.operator().write({ insert: memberships, document })
    expect((await organisations.members.list(shop.organizationId)).map((one) => one.id)).toContain(bo.person.id)
    expect((await meOf(owner)).colleagues).toContainEqual({ id: bo.person.id, name: bo.person.name })
  })
})

describe('production', () => {
  const env = {
    ...{ NODE_ENV: 'production', MASTER_SECRET: 'm'.repeat(43), RATE_LIMIT_SCALE: '1', TRUST_PROXY_HOPS: '1' },
    ...{ PUBLIC_URL: 'https://trust.shop.example', SIGN_UP: 'open' },
  }
  test.each([
    ['owner', true],
    ['admin', true],
    ['approver', false],
    ['viewer', false],
  ] as const)('asks an %s for a second factor: %s', async (role: Role, owes) => {
    const house = await openTestHouse({ env })
    try {
      const { organizationId } = await house.createMerchant()
      const actor = { type: 'operator', id: null } as const
      const wanted = { organizationId, email: `${role}@shop.example`, name: 'Ines', role }
      const { personId } = await house.foundation.accounts.createPerson(actor, wanted)
      const person = await house.foundation.accounts.person(personId)
      expect(await house.foundation.accounts.secondFactor.isOwed({ ...person, role })).toBe(owes)
    } finally {
      await house.remove()
    }
  })
})
