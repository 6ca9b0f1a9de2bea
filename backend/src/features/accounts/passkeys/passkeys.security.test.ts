import { generateKeyPairSync } from 'node:crypto'
import { AccountSecurity, type PasskeyAnswer, SignInChallenge } from '#contract/console.ts'
import { type Bent, createSoftwareKey, type SoftwareKey } from '../../../testing/authenticator.ts'
import { callConsole, signInTo, type SignedIn } from '../../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../../testing/house.ts'
import { addPasskey, askToAdd, askToSignIn, passkeyOrigin } from '../../../testing/passkeys.ts'
import { operatorAuditEntries } from '../../audit/collections.ts'
import { links } from '../collections.ts'
import { passkeys } from './collections.ts'

jest.setTimeout(60_000)

let house: TestHouse
let organizationId: string

beforeAll(async () => {
  house = await openTestHouse()
  organizationId = (await house.createMerchant()).organizationId
})
afterAll(() => house.remove())

const post = (path: string, body: unknown) => callConsole(house, { method: 'post', path, body })
const codeOf = ({ body }: { body: unknown }): unknown => (body as { code?: string }).code
const signInBy = (passkey: PasskeyAnswer) => post('/sign-in/passkey', { passkey })
const withoutRequestId = ({ body }: { body: unknown }) => ({ ...(body as object), request_id: '' })
const secondOf = async ({ email, password }: SignedIn) => {
  const asked = SignInChallenge.parse((await post('/sign-in', { email, password })).body)
  if (!asked.passkey) throw new Error('no passkey asked for')
  return { ...asked, passkey: asked.passkey }
}

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const bents: readonly (readonly [string, Bent])[] = [
  ['a page of another origin', { origin: 'https://localhost.evil.example' }],
  ['the same host on another port', { origin: 'http://localhost:4001' }],
  ['a page inside a page of somebody else', { crossOrigin: true }],
  ['another name', { rpId: 'evil.example' }],
  ['another question', { challenge: 'x'.repeat(43) }],
  ['nobody touched it', { userPresent: false }],
  ['no PIN and no finger', { userVerified: false }],
]

describe.each(bents)('%s', (_, bent) => {
  test('adds nothing', async () => {
    const person = await signInTo(house, organizationId)
    const passkey = createSoftwareKey(passkeyOrigin).make(await askToAdd(person), bent)
    const answer = await person.post('/account/passkeys', { name: 'Laptop', passkey })
    expect(codeOf(answer)).toBe('challenge' in bent ? 'challenge_over' : 'passkey_refused')
    expect(AccountSecurity.parse((await person.get('/account/security')).body).passkeys).toEqual([])
  })

  test('opens nothing, neither alone nor after the password', async () => {
    const person = await signInTo(house, organizationId)
    const { key } = await addPasskey(person)
    const alone = await signInBy(key.answer(await askToSignIn(house), bent))
    expect(codeOf(alone)).toBe('challenge' in bent ? 'challenge_over' : 'passkey_refused')
    expect(alone.headers['set-cookie']).toBeUndefined()
    const { challenge, passkey: request } = await secondOf(person)
    const second = await post('/sign-in/second/passkey', { challenge, passkey: key.answer(request, bent) })
    expect(codeOf(second)).toBe('passkey_refused')
  })
})

test.each<readonly [string, Bent]>([
  ['another key', { privateKey: stranger }],
  ['the handle of somebody else', { userHandle: Buffer.alloc(32).toString('base64url') }],
  ['no handle', { userHandle: null }],
  ['a key that may be copied, where it could not', { backupEligible: true }],
  ['an answer to another ceremony', { type: 'webauthn.create' }],
])('%s signs nobody in', async (_, bent) => {
  const { key } = await addPasskey(await signInTo(house, organizationId))
  expect(codeOf(await signInBy(key.answer(await askToSignIn(house), bent)))).toBe('passkey_refused')
})

test('an unknown passkey and a wrong signature get the same answer, and the question asks for no address', async () => {
  const { key } = await addPasskey(await signInTo(house, organizationId))
  const request = await askToSignIn(house)
  expect(request.allowCredentials).toEqual([])
  const wrong = await signInBy(key.answer(request, { privateKey: stranger }))
  const unknown = await signInBy(
    createSoftwareKey(passkeyOrigin).answer(await askToSignIn(house), { userHandle: 'AAAA' }),
  )
  expect(withoutRequestId(unknown)).toEqual(withoutRequestId(wrong))
})

test('an answer is good once, whether it was right or wrong', async () => {
  const { key } = await addPasskey(await signInTo(house, organizationId))
  const right = key.answer(await askToSignIn(house))
  expect((await signInBy(right)).status).toBe(200)
  expect(codeOf(await signInBy(right))).toBe('challenge_over')
  const request = await askToSignIn(house)
  expect(codeOf(await signInBy(key.answer(request, { userVerified: false })))).toBe('passkey_refused')
  expect(codeOf(await signInBy(key.answer(request)))).toBe('challenge_over')
})

test('a question of one kind is no question of another', async () => {
  const person = await signInTo(house, organizationId)
  const { key } = await addPasskey(person)
  const { challenge, passkey: second } = await secondOf(person)
  expect(codeOf(await signInBy(key.answer(second)))).toBe('challenge_over')
  const alone = await askToSignIn(house)
  const answer = await post('/sign-in/second/passkey', { challenge, passkey: key.answer(alone) })
  expect(codeOf(answer)).toBe('passkey_refused')
  const passkey = createSoftwareKey(passkeyOrigin).make({ ...(await askToAdd(person)), challenge: alone.challenge })
  expect(codeOf(await person.post('/account/passkeys', { name: 'X', passkey }))).toBe('challenge_over')
})

describe('of somebody else', () => {
  let ines: SignedIn
  let eve: SignedIn
  let hers: SoftwareKey
  let own: SoftwareKey
  let id: string
  beforeAll(async () => {
    ines = await signInTo(house, organizationId)
    eve = await signInTo(house, organizationId)
    const added = await addPasskey(ines)
    own = added.key
    id = added.added.passkey.id
    hers = (await addPasskey(eve)).key
  })

  test('a passkey answers nobody else’s challenge', async () => {
    const { challenge, passkey: request } = await secondOf(ines)
    const answer = await post('/sign-in/second/passkey', { challenge, passkey: hers.answer(request) })
    expect(codeOf(answer)).toBe('passkey_refused')
    const mine = await post('/sign-in/second/passkey', { challenge, passkey: own.answer(request) })
    expect(mine.body).toMatchObject({ person: { email: ines.email } })
  })

  test('a question asked for one person adds nothing to another', async () => {
    const passkey = createSoftwareKey(passkeyOrigin).make(await askToAdd(ines))
    expect(codeOf(await eve.post('/account/passkeys', { name: 'Hers', passkey }))).toBe('challenge_over')
  })

  test('a passkey is neither seen, called something else nor removed', async () => {
    const path = `/account/passkeys/${id}`
    expect(codeOf(await eve.patch(path, { name: 'Mine' }))).toBe('not_found')
    expect(codeOf(await eve.post(`${path}/remove`, { password: eve.password }))).toBe('not_found')
    const seen = AccountSecurity.parse((await eve.get('/account/security')).body).passkeys
    expect(seen.map((passkey) => passkey.id)).not.toContain(id)
    expect(AccountSecurity.parse((await ines.get('/account/security')).body).passkeys).toMatchObject([{ id }])
  })

  test('the credential of one person is not kept for another', async () => {
    const passkey = own.make(await askToAdd(eve))
    expect(codeOf(await eve.post('/account/passkeys', { name: 'Stolen', passkey }))).toBe('passkey_refused')
  })
})

test('adding and removing take the password', async () => {
  const person = await signInTo(house, organizationId)
  const { added } = await addPasskey(person)
  const wrong = { password: 'not the password 1' }
  expect(codeOf(await person.post('/account/passkeys/start', wrong))).toBe('validation_failed')
  const path = `/account/passkeys/${added.passkey.id}/remove`
  expect(codeOf(await person.post(path, wrong))).toBe('validation_failed')
})

test.each(['packed', 'fido-u2f', 'tpm', 'apple', 'android-key', 'nonsense'])(
  'an attestation of kind %s, with a certificate nobody asked for, is not looked at',
  async (format) => {
    const person = await signInTo(house, organizationId)
    const statement = new Map([['x5c', Buffer.from('http://127.0.0.1/revoked.crl')]])
    const passkey = createSoftwareKey(passkeyOrigin).make(await askToAdd(person), { format, statement })
    expect(codeOf(await person.post('/account/passkeys', { name: 'Certified', passkey }))).toBe('passkey_refused')
  },
)

test('wrong answers to one passkey slow down, and leave a trace', async () => {
  let now = Date.UTC(2026, 10, 22, 9)
  // Limits far away, so that the growing pause is what is met.
  const slow = await openTestHouse({ clock: () => now, env: { RATE_LIMIT_SCALE: '100' } })
  try {
    const { organizationId: own } = await slow.createMerchant()
    const { key } = await addPasskey(await signInTo(slow, own))
    const once = async () => {
      const passkey = key.answer(await askToSignIn(slow), { userVerified: false })
      return codeOf(await callConsole(slow, { method: 'post', path: '/sign-in/passkey', body: { passkey } }))
    }
    const seen: unknown[] = []
    for (let turn = 0; turn < 7; turn += 1) seen.push(await once())
    expect(seen).toEqual([...Array.from({ length: 5 }, () => 'passkey_refused'), 'rate_limited', 'rate_limited'])
    now += 60_000
    expect(await once()).toBe('passkey_refused')
    const { items } = await slow.foundation.documents
      .operator()
      .find(operatorAuditEntries, {}, { limit: 100, scan: true })
    expect(items.filter(({ action }) => action === 'sign_in.failed')).toHaveLength(6)
  } finally {
    await slow.remove()
  }
})

test('what is stored opens nothing: no question in clear, and a public key alone', async () => {
  const person = await signInTo(house, organizationId)
  const { key } = await addPasskey(person)
  const { challenge } = await askToSignIn(house)
  const operator = house.foundation.documents.operator()
  expect(await operator.get(links, challenge)).toBeUndefined()
  const row = (await operator.find(passkeys, {}, { limit: 500, scan: true })).items.find(
    ({ credential_id: id }) => id === key.id,
  )
  expect(Object.keys(row ?? {}).sort()).toEqual(
    [
      ...['backed_up', 'counter', 'created_at', 'credential_id', 'credential_ref', 'id', 'name', 'person_id'],
      ...['proven_at', 'public_key', 'relying_party', 'synchronised', 'transports', 'used_at'],
    ].sort(),
  )
  const { d = '' } = key.privateKey.export({ format: 'jwk' })
  expect(JSON.stringify(row)).not.toContain(d)
  expect(row?.relying_party).toBe('localhost')
})

test('a request cannot say whose passkeys these are: name and origin come from PUBLIC_URL', async () => {
  const env = { PUBLIC_URL: 'https://trust.shop.example' }
  const named = await openTestHouse({ env })
  try {
    const headers = { origin: env.PUBLIC_URL, host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    const answer = await callConsole(named, { method: 'post', path: '/sign-in/passkey/start', headers })
    expect(answer.body).toMatchObject({ rpId: 'trust.shop.example' })
  } finally {
    await named.remove()
  }
})
