import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createStoreKeys } from '../vault/store-keys.ts'
import { normaliseAddress, type PostalAddress } from './address.ts'
import { normaliseEmail } from './email.ts'
import { identify, identifyDigest } from './identify.ts'
import { normaliseIp } from './ip.ts'
import { normaliserVersion, type Normalised } from './normalised.ts'
import { normaliseOpaque } from './opaque.ts'
import { normalisePhone } from './phone.ts'

interface Vector<Given = string> {
  readonly given: Given
  readonly country?: string | null
  readonly normalised: string
  readonly flagged: boolean
  readonly sha256: string
  readonly identifier: string
}
interface Vectors {
  readonly version: number
  readonly key: string
  readonly email: readonly Vector[]
  readonly phone: readonly Vector[]
  readonly address: readonly Vector<PostalAddress>[]
  readonly ip: readonly Vector[]
  readonly opaque: readonly Vector[]
}

// The published file: what a caller in any language tests against.
const vectors = JSON.parse(
  readFileSync(join(__dirname, '../../../../docs/identifiers.vectors.json'), 'utf8'),
) as Vectors

const keys = createStoreKeys([createSecretKey(Buffer.from(vectors.key, 'hex'))])

const agrees = (found: Normalised, vector: Vector<unknown>): void => {
  expect(found).toEqual({ value: vector.normalised, flagged: vector.flagged })
  expect(identify(keys, 'email', found).id).toBe(vector.identifier)
  expect(identifyDigest(keys, vector.sha256).id).toBe(vector.identifier)
}

test('the vectors are those of this normaliser', () => {
  expect(vectors.version).toBe(normaliserVersion)
})

test.each(vectors.email)('e-mail $given', (vector) => {
  agrees(normaliseEmail(vector.given), vector)
})

test.each(vectors.phone)('phone $given in $country', (vector) => {
  agrees(normalisePhone(vector.given, vector.country ?? null), vector)
})

test.each(vectors.address)('address $given', (vector) => {
  agrees(normaliseAddress(vector.given), vector)
})

test.each(vectors.ip)('IP $given', (vector) => {
  agrees(normaliseIp(vector.given), vector)
})

test.each(vectors.opaque)('card token, account and device $given', (vector) => {
  agrees(normaliseOpaque(vector.given), vector)
})
