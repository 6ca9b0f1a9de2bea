import type { PasskeyAdded, PasskeyCreation, PasskeyRequest } from '#contract/console.ts'
import { createSoftwareKey, type SoftwareKey } from './authenticator.ts'
import { callConsole, type SignedIn } from './console.ts'
import type { TestHouse } from './house.ts'

/** What pages of a test house are called: passkeys take no address, so 127.0.0.1 is localhost to them. */
export const passkeyOrigin = 'http://localhost:4000'

export const askToAdd = async (person: SignedIn): Promise<PasskeyCreation> =>
  (await person.post('/account/passkeys/start', { password: person.password })).body as PasskeyCreation

export interface WithPasskey {
  readonly key: SoftwareKey
  readonly added: PasskeyAdded
}

export const addPasskey = async (
  person: SignedIn,
  key: SoftwareKey = createSoftwareKey(passkeyOrigin),
  name = 'Laptop',
): Promise<WithPasskey> => {
  const passkey = key.make(await askToAdd(person))
  return { key, added: (await person.post('/account/passkeys', { name, passkey })).body as PasskeyAdded }
}

export const askToSignIn = async (house: TestHouse): Promise<PasskeyRequest> =>
  (await callConsole(house, { method: 'post', path: '/sign-in/passkey/start' })).body as PasskeyRequest
