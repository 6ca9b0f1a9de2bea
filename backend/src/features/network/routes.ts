import { NetworkSummary } from '#contract/network.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeKeyOf } from '../../platform/http/store-of.ts'
import type { NetworkService } from './service.ts'

export const networkRoutes = (network: NetworkService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/network/summary',
    summary: 'How the network stands for this store',
    reads: 'network',
    caller: 'secret-key',
    scope: 'read',
    reply: NetworkSummary,
    handle: ({ caller }) => network.summary(storeKeyOf(caller).tenant.merchantId),
  }),
]
