import type { Foundation } from './foundation.ts'
import { createRotate, createRotations, type RotationTiming } from './features/rotation/service.ts'
import { createListCarrier } from './features/lists/service.ts'
import type { NetworkService } from './features/network/service.ts'
import { createNetworkCarrier } from './features/sessions/service.ts'
import { createProfileCarrier } from './features/velocity/service.ts'
import type { Clock } from './platform/clock.ts'

/** The rotation of the identifier keys, with every collection where an identifier stands in clear. */
export const createRotation = (
  { documents, changes, vault, merchants }: Foundation,
  network: Pick<NetworkService, 'carriers'>,
  clock: Clock,
  timing?: RotationTiming,
) => {
  const rotate = createRotate({
    ...{ documents, clock, changes, vault },
    storeIds: async () => (await merchants.list()).map(({ merchantId }) => merchantId),
    carriers: [createProfileCarrier(clock), createNetworkCarrier(), createListCarrier(), ...network.carriers],
    ...(timing && { timing }),
  })
  const { ask, progress, isDue } = createRotations({ documents, clock })
  const ladderOf = async (merchantId: string) => (await vault.storeKeys(merchantId)).ladder
  return { rotate, ask, progress, isDue, ladderOf }
}
