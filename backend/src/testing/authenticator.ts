import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { NewPasskey, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from '#contract/console.ts'

type Cbor = number | string | Buffer | ReadonlyMap<Cbor, Cbor>

const head = (major: number, length: number): Buffer => {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

/** The little of CBOR that attestations need. */
const cbor = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])])
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const base64url = (data: string | Buffer): string => Buffer.from(data).toString('base64url')

const coseOf = (publicKey: KeyObject): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coordinate = (text: string) => Buffer.from(text, 'base64url')
  return cbor(
    new Map<Cbor, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]),
  )
}

/** What an authenticator or a browser could do differently, honestly or not. */
export interface Bent {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly userVerified?: boolean
  readonly userPresent?: boolean
  readonly userHandle?: string | null
  readonly counter?: number
  readonly backupEligible?: boolean
  readonly format?: string
  readonly statement?: ReadonlyMap<Cbor, Cbor>
  /** Signs with this key instead of its own. */
  readonly privateKey?: KeyObject
}

export interface SoftwareKey {
  readonly id: string
  readonly privateKey: KeyObject
  readonly make: (options: PasskeyCreation, bent?: Bent) => NewPasskey
  readonly answer: (options: PasskeyRequest, bent?: Bent) => PasskeyAnswer
}

/** One credential as a device keeps it: ES256, without attestation. `counts`: as security keys do, and phones do not. */
export const createSoftwareKey = (origin: string, { counts = true, synchronised = false } = {}): SoftwareKey => {
  const credentialId = randomBytes(32)
  const id = base64url(credentialId)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  let userHandle = ''

  const clientData = (type: string, challenge: string, bent: Bent): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? origin,
        crossOrigin: bent.crossOrigin ?? false,
      }),
    )
  const authData = (rpId: string, bent: Bent, attested = Buffer.alloc(0)): Buffer => {
    if (counts) counter += 1
    const eligible = bent.backupEligible ?? synchronised
    const flags =
      ((bent.userPresent ?? true) ? 1 : 0) |
      ((bent.userVerified ?? true) ? 4 : 0) |
      (eligible ? 8 | 16 : 0) |
      (attested.length > 0 ? 64 : 0)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(bent.counter ?? counter)
    return Buffer.concat([sha256(bent.rpId ?? rpId), Buffer.from([flags]), counted, attested])
  }

  return {
    id,
    privateKey,
    make: ({ challenge, rp, user }, bent = {}) => {
      userHandle = user.id
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseOf(publicKey),
      ])
      const attestation = new Map<Cbor, Cbor>([
        ['fmt', bent.format ?? 'none'],
        ['attStmt', bent.statement ?? new Map()],
        ['authData', authData(rp.id, bent, attested)],
      ])
      return {
        id,
        type: 'public-key',
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, bent)),
          attestationObject: base64url(cbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    answer: ({ challenge, rpId }, bent = {}) => {
      const data = clientData('webauthn.get', challenge, bent)
      const authenticatorData = authData(rpId, bent)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), bent.privateKey ?? privateKey)
      return {
        id,
        type: 'public-key',
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(signature),
          userHandle: bent.userHandle === undefined ? userHandle : bent.userHandle,
        },
      }
    },
  }
}
