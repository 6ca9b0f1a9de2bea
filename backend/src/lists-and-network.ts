import type { Ground } from './ground.ts'
import { createLists, type ListDeps, type ListService } from './features/lists/service.ts'

export interface ListsAndNetwork {
  readonly lists: ListService
}

/** Orders are read by these rooms and read these rooms: what they need of orders is handed over when it stands. */
export const createListsAndNetwork = (
  { clock, foundation }: Ground,
  { identifiersOf }: Pick<ListDeps, 'identifiersOf'>,
): ListsAndNetwork => {
  const { documents, changes, merchants, vault } = foundation
  const organizationOf = async (merchantId: string) => (await merchants.settings(merchantId)).organizationId
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  return { lists: createLists({ documents, changes, clock, storeKeys, organizationOf, identifiersOf }) }
}
