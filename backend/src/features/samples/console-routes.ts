import { Samples, SamplesRemoved } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { SamplesService } from './service.ts'

const store = '/console/v1/stores/:store/:mode'

export const consoleSampleRoutes = (samples: SamplesService): readonly Route[] => [
  route({
    method: 'GET',
    path: `${store}/samples`,
    summary: 'Whether invented orders of the first start are here',
    reads: 'nothing',
    caller: 'person',
    permission: 'orders.read',
    reply: Samples,
    handle: ({ caller, params }) => samples.state(storeOf(caller, params)),
  }),
  route({
    method: 'POST',
    path: `${store}/samples/remove`,
    summary: 'Remove the invented orders and everything else in the test mode they live in',
    caller: 'person',
    permission: 'settings.change',
    reply: SamplesRemoved,
    handle: ({ caller, params }) => samples.remove(storeOf(caller, params)),
  }),
]
