import { collection, type Document } from '../../../platform/documents/collection.ts'

/** A public key somebody signs in with. It opens nothing to who reads it; the private one never leaves its device. */
export interface PasskeyDocument extends Document {
  readonly person_id: string
  /** SHA-256 of the id that the authenticator gave it: one row per key, found without keeping that id in clear. */
  readonly credential_ref: string
  /** What the device counted last; 0 for ever where passkeys are synchronised. */
  readonly counter: number
  readonly created_at: number
  readonly name: string
  readonly credential_id: string
  /** COSE, base64url. */
  readonly public_key: string
  readonly transports: readonly string[]
  /** The name it belongs to: under another one it cannot be asked for. */
  readonly relying_party: string
  /** May be copied to other devices of its owner by their vendor; false: bound to one device. */
  readonly synchronised: boolean
  readonly backed_up: boolean
  readonly used_at: number | null
  /** When it was last shown together with the password, or added, which takes the password too. */
  readonly proven_at: number
}
export const passkeys = collection<PasskeyDocument>({
  name: 'passkeys',
  scope: 'operator',
  sealed: true,
  fields: { person_id: 'string', credential_ref: 'string', counter: 'number', created_at: 'number' },
  indexes: [{ fields: ['credential_ref'], unique: true }, { fields: ['person_id', 'created_at'] }],
})
