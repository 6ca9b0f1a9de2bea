import { z } from 'zod'
import { AuditPage, AuditVerification } from '#contract/audit.ts'
import { TrailQuery } from '#contract/console.ts'
import { Download, EventStream, route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import type { AuditRouteDeps } from './routes.ts'

const path = '/console/v1/audit'

/** Says how far it is, then what came of it; goes on to its end unheard when the other side has left. */
const verifying = (trail: AuditRouteDeps['trail'], organizationId: string): EventStream =>
  new EventStream(({ send, close }) => {
    trail
      .verify(organizationId, (links) => {
        send('progress', { links })
      })
      .then(
        (result) => {
          send('result', result)
        },
        () => {
          send('failed', { detail: 'The audit log could not be read.' })
        },
      )
      .finally(close)
    return () => undefined
  })

/** The whole organisation's trail, for its owners and admins. */
export const consoleAuditRoutes = ({ trail }: AuditRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'What was done in the organisation and its stores, newest first',
    reads: 'audit',
    caller: 'person',
    permission: 'audit.read',
    query: TrailQuery,
    reply: AuditPage,
    handle: ({ caller, query }) => trail.read({ organizationId: personOf(caller).organizationId }, query),
  }),
  route({
    method: 'GET',
    path: `${path}/export`,
    summary: 'The whole chain with its entries, one JSON line each, for anybody to verify',
    reads: 'audit',
    caller: 'person',
    permission: 'audit.read',
    reply: z.string(),
    replyType: 'text/plain',
    handle: ({ caller }) => {
      const lines = trail.export(personOf(caller).organizationId)
      return Promise.resolve(new Download(lines, 'text/plain; charset=utf-8', 'audit.jsonl'))
    },
  }),
  route({
    method: 'GET',
    path: `${path}/verify/stream`,
    summary: 'Verify the chain, as server-sent events: progress, then result or failed',
    reads: 'nothing',
    caller: 'person',
    permission: 'audit.read',
    reply: AuditVerification,
    handle: ({ caller }) => Promise.resolve(verifying(trail, personOf(caller).organizationId)),
  }),
]
