import { randomBytes, type KeyObject } from 'node:crypto'
import { collection } from '../documents/collection.ts'
import { boundTo, openBytes, sealBytes, SealBroken } from './envelope.ts'
import { derivation, MasterSecretRefused, wrappingKey } from './master-secret.ts'

/** Proves that a master secret belongs to this database. One row; holds no secret. */
export type MasterRow = Readonly<{ id: string; derivation: number; salt: string; proof: string }>
export const vaultMaster = collection<MasterRow>({ name: 'vault_master', scope: 'operator', fields: {} })

export const masterRowId = 'master'
const masterPlace = boundTo(vaultMaster.name, masterRowId)

export const createMasterRow = (secret: string): MasterRow => {
  const salt = randomBytes(32)
  const proof = sealBytes(wrappingKey(secret, salt), derivation, masterPlace, Buffer.from('goodfaith'))
  return { id: masterRowId, derivation, salt: salt.toString('base64'), proof: proof.toString('base64') }
}

/** The key that opens the vault's rows. */
export const openMaster = (secret: string, row: MasterRow): KeyObject => {
  const wrapping = wrappingKey(secret, Buffer.from(row.salt, 'base64'))
  try {
    openBytes(() => wrapping, masterPlace, Buffer.from(row.proof, 'base64'))
  } catch (cause) {
    if (!(cause instanceof SealBroken)) throw cause
    throw new MasterSecretRefused(
      'This master secret does not open this database: start with the secret it was made with (MASTER_SECRET or MASTER_SECRET_FILE), or with another DATA_DIR.',
      { cause },
    )
  }
  return wrapping
}
