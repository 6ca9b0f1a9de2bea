import type { NewPasskey, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from '#contract/console.ts'

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

type Described = PasskeyRequest['allowCredentials'][number]
const described = ({ type, id, transports }: Described): PublicKeyCredentialDescriptor => ({
  type,
  id: bytesOf(id),
  // The browser passes over words it does not know.
  transports: transports as AuthenticatorTransport[],
})

/** What a person is told; names of the errors are those of WebAuthn. */
const sentences: Readonly<Record<string, string>> = {
  NotAllowedError: 'No passkey was chosen, or it took too long. Try again.',
  AbortError: 'No passkey was chosen, or it took too long. Try again.',
  InvalidStateError: 'This device holds a passkey of your account already.',
  NotSupportedError: 'This device makes no passkeys of the kind that is needed.',
  ConstraintError: 'This device cannot ask for a PIN, a finger or a face, and a passkey needs one of them.',
}

const refused = (cause: unknown, rpId: string): Error => {
  const name = cause instanceof DOMException ? cause.name : ''
  if (name === 'SecurityError') {
    return new Error(`Passkeys belong to ${rpId} here, and this page is at ${location.hostname}.`, { cause })
  }
  return new Error(sentences[name] ?? 'The browser could not use a passkey.', { cause })
}

const requireSupport = (): void => {
  if (!isSecureContext) throw new Error('Passkeys need HTTPS. Open this page with https:// in front.')
  if (!('PublicKeyCredential' in window)) throw new Error('This browser does not know passkeys.')
}

const asPublicKey = async (credential: Promise<Credential | null>, rpId: string): Promise<PublicKeyCredential> => {
  const found = await credential.catch((cause: unknown) => {
    throw refused(cause, rpId)
  })
  if (!(found instanceof PublicKeyCredential)) throw refused(undefined, rpId)
  return found
}

/** Throws an error whose message is for the person. */
export const makePasskey = async (options: PasskeyCreation): Promise<NewPasskey> => {
  requireSupport()
  const { rp, user, challenge, excludeCredentials, ...rest } = options
  const publicKey: PublicKeyCredentialCreationOptions = {
    ...{ ...rest, rp, challenge: bytesOf(challenge) },
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map(described),
  }
  const { id, response } = await asPublicKey(navigator.credentials.create({ publicKey }), rp.id)
  if (!(response instanceof AuthenticatorAttestationResponse)) throw refused(undefined, rp.id)
  const { clientDataJSON, attestationObject } = response
  return {
    ...{ id, type: 'public-key' },
    response: {
      clientDataJSON: textOf(clientDataJSON),
      attestationObject: textOf(attestationObject),
      transports: response.getTransports(),
    },
  }
}

/** Throws an error whose message is for the person. */
export const askPasskey = async (options: PasskeyRequest): Promise<PasskeyAnswer> => {
  requireSupport()
  const { challenge, allowCredentials, ...rest } = options
  const publicKey: PublicKeyCredentialRequestOptions = {
    ...{ ...rest, challenge: bytesOf(challenge) },
    allowCredentials: allowCredentials.map(described),
  }
  const { id, response } = await asPublicKey(navigator.credentials.get({ publicKey }), rest.rpId)
  if (!(response instanceof AuthenticatorAssertionResponse)) throw refused(undefined, rest.rpId)
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return {
    ...{ id, type: 'public-key' },
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      userHandle: userHandle === null ? null : textOf(userHandle),
    },
  }
}
