import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import { networkMembers } from './collections.ts'
import type { NetworkDeps } from './deps.ts'

/** Of a store that is erased: false while rows it gave may still be there, since the worker finds them by this one. */
export const createForgetMember = ({ documents }: Pick<NetworkDeps, 'documents'>) => {
  const operator = documents.operator()
  return async (merchantId: string): Promise<boolean> => {
    const member = await operator.get(networkMembers, merchantId)
    if (!member) return true
    if (member.on || member.leaving.length > 0) return false
    await removeQuietly(operator, networkMembers, merchantId)
    return true
  }
}
