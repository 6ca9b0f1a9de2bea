import { collections } from './collections.ts'
import { createClosing, type ClosingService } from './features/closing/service.ts'
import type { NetworkService } from './features/network/service.ts'
import type { OrganisationService } from './features/organisations/service.ts'
import type { Ground } from './ground.ts'
import type { Collection } from './platform/documents/collection.ts'
import { SealingKeyMissing } from './platform/documents/sealer.ts'
import { outbox } from './platform/outbox/outbox.ts'

/** What is still to be counted goes first, or the worker would count orders that are gone. A new collection joins by itself. */
const ofStores: readonly Collection[] = [
  outbox,
  ...collections.filter((one) => one.scope === 'merchant' && one.appendOnly !== true && one !== outbox),
]

/** How accounts, organisations and stores end: reaches into every room, so it stands beside them. */
export const createEndings = (
  { config, clock, foundation }: Ground,
  { network, organisations }: { readonly network: NetworkService; readonly organisations: OrganisationService },
): ClosingService => {
  const { documents, accounts, apiKeys, merchants, operators, closings: book, trail, vault } = foundation
  return createClosing({
    ...{ documents, clock, book, accounts, organisations, merchants, apiKeys, ofStores },
    network: {
      leave: (by, merchantId) => network.setSharing(by, merchantId, { on: false }),
      forget: (merchantId) => network.forget(merchantId),
    },
    forgetLooking: (organizationId) => operators.impersonations.forget(organizationId),
    hasKeys: (merchantId) =>
      vault.storeKeys(merchantId).then(
        () => true,
        (error: unknown) => {
          if (error instanceof SealingKeyMissing) return false
          throw error
        },
      ),
    destroyKeys: async (merchantId) => {
      await vault.destroyKeys(merchantId)
      await foundation.changes.announce()
    },
    chain: () => trail.follow(),
    publicUrl: config.linkBase,
  })
}
