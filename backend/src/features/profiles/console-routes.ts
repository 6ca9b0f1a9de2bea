import { ProfileDetail } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { ProfileService } from './service.ts'

export const consoleProfileRoutes = (profiles: ProfileService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/stores/:store/:mode/profiles/:kind/:ref',
    summary:
      'What the store knows of one person, device, card or declared identifier: outcomes, windows, partners, orders',
    reads: 'profile',
    caller: 'person',
    permission: 'orders.read',
    reply: ProfileDetail,
    handle: ({ caller, params }) => profiles.get(storeOf(caller, params), params['kind'] ?? '', params['ref'] ?? ''),
  }),
]
