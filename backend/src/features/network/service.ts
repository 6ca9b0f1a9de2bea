import type { IdentifierKind } from '#contract/identifier.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { NetworkView } from '../../scoring/network-view.ts'
import { networkSummaries } from './collections.ts'
import type { NetworkDeps } from './deps.ts'
import { createNetworkCarriers } from './carry.ts'
import { createGiftConsumers } from './fold-gifts.ts'
import { createForgetMember } from './forget.ts'
import { sharedKinds, type NetworkIdentifiers } from './kinds.ts'
import { createDirectory, type Directory } from './members.ts'
import { createSharing } from './sharing.ts'
import { identifierName, placesOf } from './stored-name.ts'
import { createRebuildSummary } from './summaries.ts'
import { createReadSummary } from './summary.ts'
import { viewNetwork, type Said } from './view.ts'
import { createWithdraw } from './withdraw.ts'

export { networkFields } from './fold-gifts.ts'
export type { NetworkDeps } from './deps.ts'
export type { NetworkIdentifiers } from './kinds.ts'

/** One read by keys, of summaries alone: a store's own voice is known in them by its name. */
const createViewFor = ({ documents, clock, floors, networkKeys }: NetworkDeps, directory: Directory) => {
  const network = documents.network()

  const readSaid = async (identifiers: NetworkIdentifiers): Promise<Partial<Record<IdentifierKind, Said>>> => {
    const { ladder } = await networkKeys()
    const sent = sharedKinds.flatMap((kind) => {
      const keyed = identifiers[kind]
      if (keyed === undefined) return []
      return placesOf(ladder, identifierName(kind, keyed)).map((id) => ({ kind, id }))
    })
    if (sent.length === 0) return {}
    const found = await network.getMany(
      networkSummaries,
      sent.map(({ id }) => id),
    )
    const said: Partial<Record<IdentifierKind, Said>> = {}
    // The newest version comes first, and what it says is complete.
    for (const [at, { kind }] of sent.entries()) {
      const summary = found[at]
      if (summary) said[kind] ??= summary
    }
    return said
  }

  return async (tenant: Tenant, identifiers: NetworkIdentifiers | undefined): Promise<NetworkView | null> => {
    if (tenant.mode !== 'live' || identifiers === undefined) return null
    const member = await directory.of(tenant.merchantId)
    if (member?.on !== true) return null
    const heard = await directory.heardBy(member.organization_id)
    // Where nobody could be heard anyway, nothing is read.
    const said = new Set(heard.values()).size < floors.stores ? {} : await readSaid(identifiers)
    return viewNetwork(identifiers, said, { now: clock(), floor: floors.stores, heard })
  }
}

export const createNetwork = (deps: NetworkDeps) => {
  const directory = createDirectory(deps)
  const rebuild = createRebuildSummary(deps, directory)
  return {
    viewFor: createViewFor(deps, directory),
    /** The keys to derive network identifiers with; null where nothing may be given or taken. */
    keysFor: async ({ merchantId, mode }: Tenant): Promise<StoreKeys | null> => {
      if (mode !== 'live') return null
      const member = await directory.of(merchantId)
      return member?.on === true ? await deps.networkKeys() : null
    },
    /** Stores that give and take now. */
    sharing: async (): Promise<readonly string[]> => (await directory.all()).filter(({ on }) => on).map(({ id }) => id),
    /** For whatever else crosses between stores, such as training. */
    shares: async ({ merchantId, mode }: Tenant): Promise<boolean> =>
      mode === 'live' && (await directory.of(merchantId))?.on === true,
    ...createReadSummary(deps, directory),
    setSharing: createSharing(deps),
    forget: createForgetMember(deps),
    consumers: createGiftConsumers(deps, rebuild),
    withdraw: createWithdraw(deps, rebuild),
    /** For the rotation of the network's key. */
    carriers: createNetworkCarriers(rebuild),
  }
}
export type NetworkService = ReturnType<typeof createNetwork>
