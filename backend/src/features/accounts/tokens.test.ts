import { generateKeyPairSync } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { createAccessTokens } from './access-token.ts'
import { createCookies, readCookie } from './cookies.ts'
import { firstLadder } from '../../platform/vault/ladder.ts'
import { normaliseAccountEmail } from './email.ts'
import { createRefreshToken, parseRefreshToken } from './refresh-token.ts'

const signInId = 'rfr_01KABCDEFGHJKMNPQRSTVWXYZ0'

const installation = (key: string) => ({
  installationKeys: () => ({
    identify: () => key,
    digest: (_purpose: string, text: string) => Buffer.from(key + text).toString('hex'),
    ladder: firstLadder,
  }),
})

test('an access token names its person and sign-in until 15 minutes are over', async () => {
  let now = 1_795_165_200_000
  const tokens = createAccessTokens(installation('a'.repeat(32)), () => now)
  const token = await tokens.issue('usr_1', signInId)
  now += 14 * 60_000
  expect(await tokens.read(token)).toEqual({ personId: 'usr_1', signInId, expiresAt: 1_795_166_100_000 })
  now += 61_000
  expect(await tokens.read(token)).toBeUndefined()
})

test('a token of another installation, another algorithm or none is no token', async () => {
  const clock = () => 1_795_165_200_000
  const ours = createAccessTokens(installation('a'.repeat(32)), clock)
  const token = await createAccessTokens(installation('b'.repeat(32)), clock).issue('usr_1', signInId)
  const [, claims] = (await ours.issue('usr_1', signInId)).split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims ?? ''}.`
  for (const forged of [token, unsigned, '', 'x.y.z', 'x'.repeat(10_000)]) {
    expect(await ours.read(forged)).toBeUndefined()
  }
})

const forge = async (head: object, claims: object, key: Parameters<SignJWT['sign']>[0]) =>
  new SignJWT({ ...claims }).setProtectedHeader({ ...head } as { alg: string }).sign(key)

test('a public key is no secret: nothing signed with it, or under another name, is a token', async () => {
  const now = 1_795_165_200_000
  const tokens = createAccessTokens(installation('a'.repeat(32)), () => now)
  const honest = await tokens.issue('usr_1', signInId)
  const { kid } = decodeProtectedHeader(honest)
  const claims = decodeJwt(honest)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const secret = publicKey.export({ format: 'der', type: 'spki' })
  expect(decodeProtectedHeader(honest)).toMatchObject({ alg: 'EdDSA' })
  expect(await tokens.read(await forge({ alg: 'HS256', kid }, claims, secret))).toBeUndefined()
  expect(await tokens.read(await forge({ alg: 'EdDSA', kid }, claims, privateKey))).toBeUndefined()
  expect(await tokens.read(honest.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')))).toBeUndefined()
})

test('a new key signs every 30 days, and what the old one signed is read until it runs out', async () => {
  const period = 30 * 24 * 3_600_000
  let now = 700 * period - 5 * 60_000
  const tokens = createAccessTokens(installation('a'.repeat(32)), () => now)
  const before = await tokens.issue('usr_1', signInId)
  now += 6 * 60_000
  const after = await tokens.issue('usr_1', signInId)
  expect([before, after].map((token) => decodeProtectedHeader(token).kid)).toEqual(['699', '700'])
  expect(await tokens.read(before)).toMatchObject({ personId: 'usr_1' })
  expect(await tokens.read(after)).toMatchObject({ personId: 'usr_1' })
  now -= 6 * 60_000
  expect(await tokens.read(after)).toMatchObject({ personId: 'usr_1' })
  now += 2 * period
  expect(await tokens.read(before)).toBeUndefined()
})

test('a refresh token is read back as its sign-in and the digest that is stored', () => {
  const { text, digest } = createRefreshToken(signInId)
  expect(parseRefreshToken(text)).toEqual({ signInId, digest })
  expect(text).not.toContain(digest)
})

test.each(['', 'rfr_1.x', `${signInId}.`, `${signInId}.${'a'.repeat(44)}`, `mer_01.${'a'.repeat(43)}`])(
  '%j is no refresh token',
  (text) => {
    expect(parseRefreshToken(text)).toBeUndefined()
  },
)

test('cookies are kept from scripts, other sites, sibling hosts and plain HTTP in production', () => {
  const issued = { access: 'a', refresh: 'r', device: 'd' }
  expect(createCookies({ secure: true }).set(issued)).toEqual([
    '__Host-goodfaith_access=a; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure',
    '__Host-goodfaith_refresh=r; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure',
    '__Host-goodfaith_device=d; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
  ])
  expect(createCookies({ secure: true, domain: 'shop.example' }).set({ access: 'a', refresh: 'r' })).toEqual([
    '__Secure-goodfaith_access=a; Path=/console; Max-Age=900; Domain=shop.example; HttpOnly; SameSite=Lax; Secure',
    '__Secure-goodfaith_refresh=r; Path=/console/v1/refresh; Max-Age=604800; Domain=shop.example; HttpOnly; SameSite=Lax; Secure',
  ])
  expect(createCookies({ secure: false }).set(issued).join()).not.toMatch(/Secure|__/)
  expect(
    createCookies({ secure: true })
      .clear()
      .every((cookie) => cookie.includes('Max-Age=0')),
  ).toBe(true)
})

test('what a sibling host planted under another name is not looked at', () => {
  const { read } = createCookies({ secure: true })
  expect(read('goodfaith_access=planted; __Secure-goodfaith_access=planted', 'access')).toBeUndefined()
  expect(read('goodfaith_access=planted; __Host-goodfaith_access=own', 'access')).toBe('own')
})

test.each([
  ['goodfaith_access=x', 'x'],
  ['a=1; goodfaith_access=x; b=2', 'x'],
  ['goodfaith_access=', undefined],
  ['xgoodfaith_access=x', undefined],
  [undefined, undefined],
  [`a=${'1'.repeat(20_000)}; goodfaith_access=x`, undefined],
])('cookie header %j', (header, value) => {
  expect(readCookie(header, 'goodfaith_access')).toBe(value)
})

test.each([
  [' Ines@Shop.Example ', 'ines@shop.example'],
  ['i.n.e.s+x@gmail.com', 'i.n.e.s+x@gmail.com'],
  ['nobody', undefined],
  ['a@b@c', undefined],
  [`${'a'.repeat(65)}@shop.example`, undefined],
])('account address %j', (text, normal) => {
  expect(normaliseAccountEmail(text)).toBe(normal)
})
