import { createHash, createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { createStoreKeys } from '../../platform/vault/store-keys.ts'
import type { AssessmentRequest } from '#contract/assessment-request.ts'
import { contentDigest } from './content-digest.ts'
import { createDerive } from './derive.ts'
import { parseRequest } from './parsing/parse-request.ts'

const now = Date.parse('2026-11-20T06:00:00Z')
const keys = createStoreKeys([createSecretKey(Buffer.alloc(32, 7))])
const otherKeys = createStoreKeys([createSecretKey(Buffer.alloc(32, 8))])
const german = { country: 'DE', asn: 3320, hosting: false, reserved: false }
const derive = createDerive({ ips: { of: (text) => (text === 'unknown' ? null : german) } })
const order = { id: '1001', amount: 12999, currency: 'EUR' }
const bonn = { address: 'Ring 1', city: 'Bonn', postal: '53111', country: 'DE' }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const full: AssessmentRequest = {
  event: { type: 'purchase' },
  order,
  account: { id: 'c_7712', created_at: '2026-11-10T06:00:00Z' },
  email: { address: 'Jo.Doe+a@example.com' },
  billing: { ...bonn, name: 'Jo Doe', phone: '0151 12345678' },
  shipping: { ...bonn, name: 'Doe, Jo', address: 'ring 1', method: 'Express 24h' },
  payment: { method: 'card', token: 'pm_9fA1', bin: '411111', avs: 'Y', cvc: 'M' },
  shopping_cart: [{ category: 'Phones', quantity: 2 }, { category: 'phones' }, {}],
  device: { ip: '91.10.1.1', user_agent: 'curl/8.5.0', id: 'app-1' },
  custom_inputs: { loyalty_tier: 'gold', coupon: true, basket_age_s: 340 },
}

test('an order of three fields has facts and no identifiers', () => {
  const { facts, identifiers, test: magic } = derive(keys, { order }, now)
  expect(facts).toMatchObject({
    event: 'purchase',
    amount: 12999,
    currency: 'EUR',
    email: null,
    ip: null,
    basket: null,
  })
  expect(identifiers).toEqual({})
  expect(magic).toBeNull()
})

test('a whole order', () => {
  const { facts, identifiers } = derive(keys, full, now)
  expect(facts).toMatchObject({
    accountAgeDays: 10,
    hasAccount: true,
    email: { valid: true, fitsName: true, free: false },
    phone: { valid: true, country: 'DE', type: 'MOBILE' },
    billing: { country: 'DE', city: 'Bonn', postalPrefix: '53' },
    shipping: { method: 'Express 24h', express: true },
    sameAddress: true,
    sameName: true,
    ip: german,
    agent: { bot: true },
    card: { bin: '411111', avs: 'Y', cvc: 'M' },
    basket: { lines: 3, items: 4, categories: ['phones'] },
    custom: { coupon: true, basket_age_s: 340, loyalty_tier: keys.digest('custom-input', 'gold') },
  })
  expect(Object.keys(identifiers).sort()).toEqual(
    ['account', 'address', 'card', 'device', 'email', 'email_domain', 'ip', 'phone'].sort(),
  )
  expect(identifiers.email).toEqual({
    id: keys.identify(Buffer.from(sha256('jo.doe@example.com'), 'hex')),
    hint: 'j***@e***.com',
    flagged: false,
  })
})

test('a hash leads to the same identifiers as the value', () => {
  const hashed: AssessmentRequest = {
    order,
    account: { id_sha256: sha256('c_7712') },
    email: { address_sha256: sha256('jo.doe@example.com') },
    billing: { phone_sha256: sha256('+4915112345678'), address_sha256: sha256('DE|53111|ring 1') },
    payment: { token_sha256: sha256('pm_9fA1') },
  }
  const ofHashes = derive(keys, hashed, now).identifiers
  const ofValues = derive(keys, full, now).identifiers
  for (const kind of ['account', 'email', 'phone', 'address', 'card'] as const)
    expect(ofHashes[kind]).toEqual({ id: ofValues[kind]?.id, hint: null, flagged: false })
})

test('where both are sent, the value counts', () => {
  const email = { address: 'jo@example.com', address_sha256: sha256('someone@else.example') }
  expect(derive(keys, { order, email }, now).identifiers.email?.hint).toBe('j***@e***.com')
})

test('two stores share no identifier', () => {
  const ids = (of: typeof keys) =>
    Object.values(derive(of, full, now).identifiers as Readonly<Record<string, { readonly id: string }>>).map(
      ({ id }) => id,
    )
  expect(ids(keys).filter((id) => ids(otherKeys).includes(id))).toEqual([])
})

test('the country of the other address serves a phone without one', () => {
  const { identifiers } = derive(keys, { order, billing: { phone: '0151 12345678' }, shipping: { country: 'DE' } }, now)
  expect(identifiers.phone?.flagged).toBe(false)
})

test('free mail has no domain of its own', () => {
  expect(derive(keys, { order, email: { address: 'jo@gmail.com' } }, now).identifiers.email_domain).toBeUndefined()
})

test.each([
  ['approve@test.invalid', 'approve'],
  ['TIMEOUT@test.invalid', 'timeout'],
  ['approve@example.com', null],
  ['else@test.invalid', null],
])('magic e-mail %s: %j', (address, magic) => {
  expect(derive(keys, { order, email: { address } }, now).test).toBe(magic)
})

test('what is malformed is keyed as given and flagged', () => {
  const { facts, identifiers } = derive(
    keys,
    { order, email: { address: 'no address' }, device: { ip: 'unknown' } },
    now,
  )
  expect(identifiers.email).toEqual({
    id: keys.identify(Buffer.from(sha256('no address'), 'hex')),
    hint: '***',
    flagged: true,
  })
  expect(identifiers.ip?.flagged).toBe(true)
  expect(facts).toMatchObject({ email: { valid: false }, ip: null })
})

test('no raw value of a person passes', () => {
  const marker = (name: string) => `Zq${name}Marker7`
  const person = {
    name: marker('name'),
    phone: marker('phone'),
    address: marker('street'),
    address_2: marker('second'),
  }
  const request: AssessmentRequest = {
    ...full,
    account: { id: marker('account') },
    email: { address: `${marker('mail')}@example.com` },
    billing: { ...bonn, ...person },
    shipping: { ...bonn, ...person },
    payment: { token: marker('token') },
    device: { ip: marker('ip'), user_agent: marker('agent'), id: marker('device') },
    custom_inputs: { note: marker('note') },
  }
  expect(JSON.stringify(derive(keys, request, now))).not.toMatch(/Marker7|zq\w+marker/i)
})

test('the digest of the content knows neither the order of fields nor the store clock', () => {
  const reversed = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, child]) => [name, reversed(child)]),
        )
      : value
  const shuffled = parseRequest(reversed(full), now).request
  const digest = contentDigest(keys, parseRequest(full, now).request)
  expect(contentDigest(keys, shuffled)).toBe(digest)
  expect(
    contentDigest(
      keys,
      parseRequest({ ...full, event: { type: 'purchase', time: '2026-11-20T06:00:00Z' } }, now).request,
    ),
  ).toBe(digest)
  expect(contentDigest(keys, { ...full, order: { ...order, amount: 13000 } })).not.toBe(digest)
  expect(contentDigest(otherKeys, full)).not.toBe(digest)
})

test('whatever text stands in a field, deriving answers', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const party = { name: a, phone: b, address: c, city: a, postal: b.slice(0, 20), country: 'DE' }
      const request = {
        order,
        email: { address: a },
        billing: party,
        shipping: { ...party, method: c },
        device: { ip: b, user_agent: c },
      }
      const { identifiers } = derive(keys, request, now)
      for (const { id } of Object.values(identifiers)) expect(id).toMatch(/^[0-9a-f]{64}$/)
    }),
  )
})
