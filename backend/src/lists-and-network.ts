import type { Ground } from './ground.ts'
import { createLists, type ListDeps, type ListService } from './features/lists/service.ts'
import { createNetwork, type NetworkDeps, type NetworkService } from './features/network/service.ts'

export interface ListsAndNetwork {
  readonly lists: ListService
  readonly network: NetworkService
}

/** Orders are read by these rooms and read these rooms: what they need of orders is handed over when it stands. */
export const createListsAndNetwork = (
  { clock, config, foundation }: Ground,
  { identifiersOf, givenBy }: Pick<ListDeps, 'identifiersOf'> & Pick<NetworkDeps, 'givenBy'>,
): ListsAndNetwork => {
  const { documents, changes, merchants, vault } = foundation
  const organizationOf = async (merchantId: string) => (await merchants.settings(merchantId)).organizationId
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  const house = { documents, changes, clock }
  return {
    lists: createLists({ ...house, storeKeys, organizationOf, identifiersOf }),
    network: createNetwork({
      ...house,
      floors: config.network,
      networkKeys: () => vault.networkKeys(),
      merchant: (merchantId) => merchants.settings(merchantId),
      givenBy,
    }),
  }
}
