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

test('cookies are kept from scripts and other sites, and from plain HTTP in production', () => {
  const issued = { access: 'a', refresh: 'r' }
  const [access = '', refresh = ''] = createCookies({ secure: true }).set(issued)
  expect(access).toBe('goodfaith_access=a; Path=/console; Max-Age=900; HttpOnly; SameSite=Lax; Secure')
  expect(refresh).toBe('goodfaith_refresh=r; Path=/console/v1/refresh; Max-Age=604800; HttpOnly; SameSite=Lax; Secure')
  expect(createCookies({ secure: false }).set(issued).join()).not.toContain('Secure')
  expect(
    createCookies({ secure: true })
      .clear()
      .every((cookie) => cookie.includes('Max-Age=0')),
  ).toBe(true)
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
