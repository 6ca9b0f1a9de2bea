import { createIdFrom } from '../../platform/ids.ts'
import { isTraced } from '../audit/service.ts'
import type { ApiKeyDocument, KeyProblem } from './collections.ts'
import type { ApiKeyDeps } from './deps.ts'
import { isSigned } from './row-mac.ts'

/** The trace of a revocation has an id that follows from the key, so that a row of before it cannot hide it. */
export const revocationId = ({ id, created_at: at }: Pick<ApiKeyDocument, 'id' | 'created_at'>): string =>
  createIdFrom('aud', at, `key.revoked ${id}`)

/** Half a character, which no row of ours holds, has no canonical form. */
const isGenuine = (vault: ApiKeyDeps['vault'], key: ApiKeyDocument): boolean => {
  try {
    return isSigned(vault, key)
  } catch {
    return false
  }
}

/** What is wrong with a row as it lies in the database; asked when a key is loaded into memory, never per request. */
export const createProblemOf = ({ documents, vault }: Pick<ApiKeyDeps, 'documents' | 'vault'>) => {
  return async (key: ApiKeyDocument): Promise<KeyProblem | null> => {
    if (key.mac === undefined) return 'unsigned'
    if (!isGenuine(vault, key)) return 'changed'
    if (key.revoked_at !== null) return null
    return (await isTraced(documents, revocationId(key))) ? 'revocation_undone' : null
  }
}
