import type { NewPasskey, PasskeyAnswer } from '#contract/console.ts'
import { once } from '../../../platform/once.ts'
import { algorithms } from './ceremony.ts'
import type { PasskeyDocument } from './collections.ts'
import type { RelyingParty } from './relying-party.ts'

/** Loaded with the first passkey: roles that sign nobody in never hold it. */
const library = once(() => import('@simplewebauthn/server'))
const helpers = once(() => import('@simplewebauthn/server/helpers'))

export interface Expected {
  readonly challenge: string
  readonly party: RelyingParty
}

interface ClientData {
  readonly challenge?: unknown
  readonly crossOrigin?: unknown
}

const clientDataOf = (text: string): ClientData => {
  try {
    const data: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof data === 'object' && data !== null ? data : {}
  } catch {
    return {}
  }
}

/** What a signed answer says it answers; not to be believed before the rest is checked. */
export const challengeIn = ({ response }: NewPasskey | PasskeyAnswer): string | undefined => {
  const { challenge } = clientDataOf(response.clientDataJSON)
  return typeof challenge === 'string' ? challenge : undefined
}

/** Our pages ask for themselves, never inside a page of somebody else. */
const isFramed = ({ response }: NewPasskey | PasskeyAnswer): boolean =>
  (clientDataOf(response.clientDataJSON).crossOrigin ?? false) !== false

/** Whatever the library finds wrong with what somebody sent is one refusal; why is nobody's business. */
const orUndefined = async <T>(check: () => Promise<T | undefined>): Promise<T | undefined> => {
  try {
    return await check()
  } catch {
    return undefined
  }
}

/**
 * We ask for no attestation. A certificate that comes all the same is not looked at: checking one would follow the
 * addresses inside it, which whoever sent it has chosen.
 */
const isUnattested = async (attestationObject: string): Promise<boolean> => {
  const { decodeAttestationObject } = await helpers()
  const attestation = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')))
  const format = attestation.get('fmt')
  return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined)
}

export type FreshPasskey = Pick<
  PasskeyDocument,
  'credential_id' | 'public_key' | 'counter' | 'transports' | 'synchronised' | 'backed_up'
>

/** undefined: not made here, for this question, by somebody who showed a PIN or a finger. */
export const readNew = (given: NewPasskey, { challenge, party }: Expected): Promise<FreshPasskey | undefined> =>
  orUndefined(async () => {
    if (isFramed(given) || !(await isUnattested(given.response.attestationObject))) return undefined
    const { verifyRegistrationResponse } = await library()
    const { clientDataJSON, attestationObject, transports = [] } = given.response
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id: given.id, rawId: given.id, type: given.type, clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject, transports },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified || registrationInfo.credential.id !== given.id) return undefined
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
    return {
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports,
      synchronised: credentialDeviceType === 'multiDevice',
      backed_up: credentialBackedUp,
    }
  })

export interface Shown {
  readonly counter: number
  readonly synchronised: boolean
  readonly backedUp: boolean
}

/** undefined: not signed with this key, for this question, here, by somebody who showed a PIN or a finger. */
export const readAnswer = (
  given: PasskeyAnswer,
  { challenge, party }: Expected,
  passkey: PasskeyDocument,
): Promise<Shown | undefined> =>
  orUndefined(async () => {
    if (isFramed(given)) return undefined
    const { verifyAuthenticationResponse } = await library()
    const { userHandle, ...signed } = given.response
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ id: given.id, rawId: given.id, type: given.type, clientExtensionResults: {} },
        response: userHandle ? { ...signed, userHandle } : signed,
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
        // Compared by us, once the signature is known to be good: the library would take anybody's word for a copy.
        counter: 0,
      },
    })
    if (!verified) return undefined
    const { newCounter: counter, credentialDeviceType, credentialBackedUp: backedUp } = authenticationInfo
    return { counter, backedUp, synchronised: credentialDeviceType === 'multiDevice' }
  })
