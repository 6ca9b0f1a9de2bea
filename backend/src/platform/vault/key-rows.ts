import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { collection } from '../documents/collection.ts'
import { boundTo, openBytes, sealBytes } from './envelope.ts'
import { derivation } from './master-secret.ts'

/** A merchant has a data key (seals bodies) and an identifier key (hashes people). Versions are kept, newest last. */
export const purposes = ['data', 'identifier'] as const
export type Purpose = (typeof purposes)[number]

export type SealedKey = Readonly<{ version: number; sealed: string }>

/** One row per owner (a merchant, the network, the installation), so that both keys come and go in one write. */
export type KeyRow = Readonly<{
  id: string
  /** Derivation of the master key that sealed this row. */
  derivation: number
  data: readonly SealedKey[]
  identifier: readonly SealedKey[]
  destroyed?: boolean
}>

/** Not sealed by the port: every value in it is sealed already, and the port needs these keys to seal. */
export const vaultKeys = collection<KeyRow>({ name: 'vault_keys', scope: 'operator', fields: {} })

export interface KeyRing {
  /** Key versions, oldest first; index 0 is version 1. */
  readonly data: readonly KeyObject[]
  readonly identifier: readonly KeyObject[]
}

const keyPlace = (owner: string, purpose: Purpose, version: number): Buffer =>
  boundTo(vaultKeys.name, owner, purpose, String(version))

const createSealedKey = (wrapping: KeyObject, owner: string, purpose: Purpose): SealedKey => {
  const sealed = sealBytes(wrapping, derivation, keyPlace(owner, purpose, 1), randomBytes(32))
  return { version: 1, sealed: sealed.toString('base64') }
}

export const createKeyRow = (wrapping: KeyObject, owner: string): KeyRow => ({
  id: owner,
  derivation,
  data: [createSealedKey(wrapping, owner, 'data')],
  identifier: [createSealedKey(wrapping, owner, 'identifier')],
})

/** What remains of a merchant's row. */
export const destroyedKeyRow = { data: [], identifier: [], destroyed: true } as const

export const openKeyRow = (wrapping: KeyObject, row: KeyRow): KeyRing => {
  const open = (purpose: Purpose) =>
    row[purpose].map(({ version, sealed }) =>
      createSecretKey(openBytes(() => wrapping, keyPlace(row.id, purpose, version), Buffer.from(sealed, 'base64'))),
    )
  return { data: open('data'), identifier: open('identifier') }
}
