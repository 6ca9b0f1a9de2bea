import { AuditPage, AuditQuery, AuditVerification } from '#contract/audit.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import type { Trail } from './chain/trail.ts'

export interface AuditRouteDeps {
  readonly trail: Pick<Trail, 'read' | 'verify' | 'export'>
  readonly organizationOf: (merchantId: string) => Promise<string>
}

const storeOf = (caller: Caller) => {
  if (caller.kind !== 'secret-key') throw new AppError('key_scope')
  const { merchantId, mode } = caller
  return { merchantId, mode }
}

export const auditRoutes = ({ trail, organizationOf }: AuditRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/audit',
    summary: 'What was done to this store and in it, newest first; an entry shows once it is chained, within seconds',
    reads: 'audit',
    caller: 'secret-key',
    scope: 'read',
    query: AuditQuery,
    reply: AuditPage,
    handle: async ({ caller, query }) => {
      const store = storeOf(caller)
      return trail.read({ store, organizationId: await organizationOf(store.merchantId) }, query)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/audit/verify',
    summary:
      "Verify the organisation's whole chain against its entries and against what was signed outside the database",
    reads: 'nothing',
    caller: 'secret-key',
    scope: 'read',
    reply: AuditVerification,
    handle: async ({ caller }) => trail.verify(await organizationOf(storeOf(caller).merchantId)),
  }),
]
