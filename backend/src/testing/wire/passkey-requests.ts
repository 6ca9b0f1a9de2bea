import type { NewPasskey, PasskeyAdded, PasskeyAnswer, PasskeyCreation, SignInChallenge } from '#contract/console.ts'
import { createSoftwareKey } from '../authenticator.ts'
import { callConsole, signInTo, type SignedIn } from '../console.ts'
import { addPasskey, askToAdd, askToSignIn, passkeyOrigin } from '../passkeys.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

/** Where nobody can be added, or nothing can be asked: of the right shape, and of no key. */
const anyNew: NewPasskey = {
  ...{ id: 'AAAA', type: 'public-key' },
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA', transports: [] },
}
const anyAnswer: PasskeyAnswer = {
  ...{ id: 'AAAA', type: 'public-key' },
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: null },
}
const noId = `psk_${'0'.repeat(26)}`
const noToken = 'x'.repeat(43)

const somebody = ({ house, shop, person }: World): Promise<SignedIn> =>
  signInTo(house, shop.organizationId).catch(() => person)

const made = async (as: SignedIn): Promise<NewPasskey> => {
  const asked = (await askToAdd(as)) as Partial<PasskeyCreation>
  return asked.user ? createSoftwareKey(passkeyOrigin).make(asked as PasskeyCreation) : anyNew
}

const keyOf = (as: SignedIn) => addPasskey(as).catch(() => undefined)

/** Where it could not be kept, the answer is a problem. */
const idOf = async (as: SignedIn): Promise<string> => {
  const added: Partial<PasskeyAdded> | undefined = (await keyOf(as))?.added
  return added?.passkey?.id ?? noId
}

const answered = async (world: World): Promise<PasskeyAnswer> => {
  const one = await keyOf(await somebody(world))
  return one ? one.key.answer(await askToSignIn(world.house)) : anyAnswer
}

const challenged = async (world: World): Promise<Honest> => {
  const person = await somebody(world)
  const one = await keyOf(person)
  const { email, password } = person
  const sent = await callConsole(world.house, { method: 'post', path: '/sign-in', body: { email, password } })
  const { challenge = noToken, passkey: asked } = sent.body as Partial<SignInChallenge>
  const passkey = one && asked ? one.key.answer(asked) : anyAnswer
  return { path: '/sign-in/second/passkey', body: { challenge, passkey } }
}

export const passkeyRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'POST /console/v1/sign-in/passkey/start': () => ({ path: '/sign-in/passkey/start' }),
  'POST /console/v1/sign-in/passkey': async (world) => ({
    path: '/sign-in/passkey',
    body: { passkey: await answered(world) },
  }),
  'POST /console/v1/sign-in/second/passkey': challenged,
  'POST /console/v1/account/passkeys/start': async (world) => {
    const as = await somebody(world)
    return { path: '/account/passkeys/start', body: { password: as.password }, as }
  },
  'POST /console/v1/account/passkeys': async (world) => {
    const as = await somebody(world)
    return { path: '/account/passkeys', body: { name: 'Laptop', passkey: await made(as) }, as }
  },
  'PATCH /console/v1/account/passkeys/:id': async (world) => {
    const as = await somebody(world)
    return { path: `/account/passkeys/${await idOf(as)}`, body: { name: 'Desk' }, as }
  },
  'POST /console/v1/account/passkeys/:id/remove': async (world) => {
    const as = await somebody(world)
    return { path: `/account/passkeys/${await idOf(as)}/remove`, body: { password: as.password }, as }
  },
}
