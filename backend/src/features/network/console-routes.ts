import { NetworkPage, SharingChange } from '#contract/console.ts'
import { isAllowed } from '#contract/roles.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { NetworkService } from './service.ts'

const path = '/console/v1/stores/:store/:mode/network'

export const consoleNetworkRoutes = (network: NetworkService): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'What is shared, what came of it, and the switch',
    reads: 'network',
    caller: 'person',
    permission: 'network.read',
    reply: NetworkPage,
    handle: ({ caller, params }) => {
      const { merchantId, person } = storeOf(caller, params)
      return network.page(merchantId, isAllowed(person.role, 'network.share'))
    },
  }),
  route({
    method: 'POST',
    path: `${path}/sharing`,
    summary: 'Share with other stores, or take back what was given; owners only',
    caller: 'person',
    permission: 'network.share',
    body: SharingChange,
    reply: NetworkPage,
    handle: async ({ caller, params, body }) => {
      const { merchantId, person } = storeOf(caller, params)
      await network.setSharing({ type: 'person', id: person.personId }, merchantId, body)
      return network.page(merchantId, true)
    },
  }),
]
