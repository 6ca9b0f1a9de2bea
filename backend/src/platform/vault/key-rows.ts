import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { collection } from '../documents/collection.ts'
import type { Changes } from '../documents/port.ts'
import { boundTo, openBytes, sealBytes } from './envelope.ts'
import { derivation } from './master-secret.ts'
import type { RotationStage } from './store-keys.ts'

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
  /** The newest identifier key is being brought into use; documents stand under it and under the one before. */
  rotation?: RotationStage
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

const createSealedKey = (wrapping: KeyObject, owner: string, purpose: Purpose, version = 1): SealedKey => {
  const sealed = sealBytes(wrapping, derivation, keyPlace(owner, purpose, version), randomBytes(32))
  return { version, sealed: sealed.toString('base64') }
}

export const createKeyRow = (wrapping: KeyObject, owner: string): KeyRow => ({
  id: owner,
  derivation,
  data: [createSealedKey(wrapping, owner, 'data')],
  identifier: [createSealedKey(wrapping, owner, 'identifier')],
})

/** One more identifier key, to be looked under before anything is written under it. */
const withNextIdentifierKey = (wrapping: KeyObject, { id, identifier }: KeyRow) => {
  const next = createSealedKey(wrapping, id, 'identifier', identifier.length + 1)
  return { identifier: [...identifier, next], rotation: 'reading' as const }
}

/** Each stage follows the one before it; asked for again it is nothing to do. */
export const rotationStep = (wrapping: KeyObject, row: KeyRow, to: RotationStage | 'done'): Changes | undefined => {
  const { rotation } = row
  if (to === 'reading') return rotation === undefined ? { set: withNextIdentifierKey(wrapping, row) } : undefined
  if (to === 'writing') return rotation === 'reading' ? { set: { rotation: 'writing' } } : undefined
  return rotation === 'writing' ? { unset: ['rotation'] } : undefined
}

/** What remains of a merchant's row. */
export const destroyedKeyRow = { data: [], identifier: [], destroyed: true } as const

export const openKeyRow = (wrapping: KeyObject, row: KeyRow): KeyRing => {
  const open = (purpose: Purpose) =>
    row[purpose].map(({ version, sealed }) =>
      createSecretKey(openBytes(() => wrapping, keyPlace(row.id, purpose, version), Buffer.from(sealed, 'base64'))),
    )
  return { data: open('data'), identifier: open('identifier') }
}
