import { createHash } from 'node:crypto'
import type { PasskeyCreation, PasskeyRequest } from '#contract/console.ts'
import type { PersonDocument } from '../collections.ts'
import type { PasskeyDocument } from './collections.ts'
import type { RelyingParty } from './relying-party.ts'

/** As long as the server takes the answer: a prompt that stays longer could only fail. */
const timeout = 10 * 60_000

/** EdDSA, ES256, RS256 as COSE numbers them. */
export const algorithms = [-8, -7, -257]

/** What an authenticator keeps as whose key it is: the same for all passkeys of a person, and says nothing about them. */
export const userHandleOf = (personId: string): string =>
  createHash('sha256').update(`passkeys of ${personId}`).digest('base64url')

const described = ({ credential_id: id, transports }: PasskeyDocument) => ({
  type: 'public-key' as const,
  id,
  transports: [...transports],
})

/** Discoverable, so that it opens without an address; by PIN or body, so that it is two factors; without attestation. */
export const creationFor = (
  { id, name, email }: Pick<PersonDocument, 'id' | 'name' | 'email'>,
  challenge: string,
  party: RelyingParty,
  known: readonly PasskeyDocument[],
): PasskeyCreation => ({
  challenge,
  rp: { id: party.id, name: 'Goodfaith' },
  user: { id: userHandleOf(id), name: email, displayName: name },
  pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
  timeout,
  attestation: 'none',
  excludeCredentials: known.map(described),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
})

/** Without `known` the browser offers whatever it has for this name, and the server learns who it is from the answer. */
export const requestFor = (
  challenge: string,
  party: RelyingParty,
  known: readonly PasskeyDocument[] = [],
): PasskeyRequest => ({
  challenge,
  rpId: party.id,
  timeout,
  userVerification: 'required',
  allowCredentials: known.map(described),
})
