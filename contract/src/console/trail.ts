import { z } from 'zod'
import { AuditQuery } from '../audit.ts'

/** GET /console/v1/audit, and its export: of the whole organisation. */
export const TrailQuery = AuditQuery.extend({
  actor: z.string().max(60).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
})
export type TrailQuery = z.infer<typeof TrailQuery>

/** Server-sent events of GET /console/v1/audit/verify/stream: any number of `progress`, then one `result` or one `failed`. */
export const TrailProgress = z.object({ links: z.number().int() })
export type TrailProgress = z.infer<typeof TrailProgress>
