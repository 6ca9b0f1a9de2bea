import { Secret, TOTP } from 'otpauth'
import type { SignInChallenge, TotpStart } from '#contract/console.ts'
import { callConsole, signInTo, type SignedIn } from '../console.ts'
import { newKey, type TestHouse } from '../house.ts'
import { tokenTo } from '../letters.ts'
import { closingRequests } from './closing-requests.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

const password = 'a quiet harbour 7'
const newAddress = (): string => `${newKey()}@shop.example`
/** Of the right shape, and of nobody. */
const noToken = 'x'.repeat(43)

/** Where the database is gone, any will do. */
const tokenOf = (house: TestHouse, email: string, kind: string): Promise<string> =>
  tokenTo(house, email, kind).then(
    (token) => token || noToken,
    () => noToken,
  )

const post = (house: TestHouse, path: string, body: unknown) => callConsole(house, { method: 'post', path, body })

const somebody = ({ house, shop, person }: World): Promise<SignedIn> =>
  signInTo(house, shop.organizationId).catch(() => person)

const codeNow = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

const startTotp = async (person: SignedIn): Promise<string> => {
  const { secret } = (await person.post('/account/totp/start', { password: person.password }))
    .body as Partial<TotpStart>
  return secret ?? 'AAAAAAAAAAAAAAAA'
}

const withTotp = async (world: World): Promise<SignedIn> => {
  const person = await somebody(world)
  await person.post('/account/totp/confirm', { code: codeNow(await startTotp(person)) })
  return person
}

/** A challenge, and a code that was not used yet: of the half minute that comes next. */
const challenged = async (world: World): Promise<Honest> => {
  const person = await somebody(world)
  const secret = await startTotp(person)
  await person.post('/account/totp/confirm', { code: codeNow(secret) })
  const { email } = person
  const answer = (await post(world.house, '/sign-in', { email, password: person.password }))
    .body as Partial<SignInChallenge>
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + 30_000 })
  return { path: '/sign-in/second', body: { challenge: answer.challenge ?? noToken, code } }
}

/** Whoever sends the request comes with it: these change how one signs in. */
export const accountRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'POST /console/v1/sign-in/second': challenged,
  'GET /console/v1/sign-up': () => ({ path: '/sign-up' }),
  'POST /console/v1/sign-up': () => ({
    path: '/sign-up',
    body: { email: newAddress(), name: 'Ines', organization: 'Marlow Audio' },
  }),
  'POST /console/v1/sign-up/resend': () => ({ path: '/sign-up/resend', body: { email: newAddress() } }),
  'POST /console/v1/password/forgot': () => ({ path: '/password/forgot', body: { email: newAddress() } }),
  'POST /console/v1/sign-up/confirm': async ({ house }) => {
    const email = newAddress()
    await post(house, '/sign-up', { email, name: 'Ines', organization: 'Marlow Audio' })
    return { path: '/sign-up/confirm', body: { token: await tokenOf(house, email, 'confirm-address'), password } }
  },
  'POST /console/v1/password/reset': async (world) => {
    const { email } = await somebody(world)
    await post(world.house, '/password/forgot', { email })
    return { path: '/password/reset', body: { token: await tokenOf(world.house, email, 'reset-password'), password } }
  },
  'POST /console/v1/account/email/confirm': async (world) => {
    const person = await somebody(world)
    const email = newAddress()
    await person.post('/account/email', { email, password: person.password })
    return { path: '/account/email/confirm', body: { token: await tokenOf(world.house, email, 'confirm-new-address') } }
  },
  'PATCH /console/v1/account': async (world) => ({
    path: '/account',
    body: { name: 'Ines Okafor' },
    as: await somebody(world),
  }),
  'GET /console/v1/account/security': () => ({ path: '/account/security' }),
  'POST /console/v1/account/sessions/end': async (world) => {
    const as = await somebody(world)
    return { path: '/account/sessions/end', body: {}, as }
  },
  'POST /console/v1/account/password': async (world) => {
    const as = await somebody(world)
    return { path: '/account/password', body: { current: as.password, password }, as }
  },
  'POST /console/v1/account/email': async (world) => {
    const as = await somebody(world)
    return { path: '/account/email', body: { email: newAddress(), password: as.password }, as }
  },
  'POST /console/v1/account/totp/start': async (world) => {
    const as = await somebody(world)
    return { path: '/account/totp/start', body: { password: as.password }, as }
  },
  'POST /console/v1/account/totp/confirm': async (world) => {
    const as = await somebody(world)
    return { path: '/account/totp/confirm', body: { code: codeNow(await startTotp(as)) }, as }
  },
  'POST /console/v1/account/totp/remove': async (world) => {
    const as = await withTotp(world)
    return { path: '/account/totp/remove', body: { password: as.password }, as }
  },
  'POST /console/v1/account/recovery-codes': async (world) => {
    const as = await withTotp(world)
    return { path: '/account/recovery-codes', body: { password: as.password }, as }
  },
  ...closingRequests,
  'POST /console/v1/organization/second-factor': () => ({
    path: '/organization/second-factor',
    body: { required: false },
  }),
}
