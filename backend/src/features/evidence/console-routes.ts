import { EvidenceList, EvidenceStatistics } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { EvidenceService } from './service.ts'

const path = '/console/v1/stores/:store/:mode/evidence'

export const consoleEvidenceRoutes = (evidence: EvidenceService): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'Every evidence, what it is worth, and whether this store uses it',
    reads: 'policy',
    caller: 'person',
    permission: 'rules.read',
    reply: EvidenceList,
    handle: ({ caller, params }) => evidence.list(storeOf(caller, params)),
  }),
  route({
    method: 'GET',
    path: `${path}/statistics`,
    summary: 'How often each evidence fires in this store, and how it separates bad orders from good ones',
    reads: 'numbers',
    caller: 'person',
    permission: 'rules.read',
    reply: EvidenceStatistics,
    handle: ({ caller, params }) => evidence.statistics(storeOf(caller, params)),
  }),
]
