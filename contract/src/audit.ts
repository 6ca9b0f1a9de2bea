import { z } from 'zod'
import { listOf, PageQuery } from './list.ts'

export const AuditEntryView = z.object({
  id: z.string(),
  /** Place in the organisation's chain. */
  seq: z.number().int(),
  at: z.iso.datetime(),
  action: z.string(),
  actor: z.object({ type: z.string(), id: z.string().nullable() }),
  object: z.object({ type: z.string(), id: z.string() }).nullable(),
  mode: z.enum(['test', 'live']).nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** SHA-256 of the link: covers the entry and every link before it. */
  digest: z.string(),
})
export type AuditEntryView = z.infer<typeof AuditEntryView>

export const AuditPage = listOf(AuditEntryView)
export const AuditQuery = PageQuery.extend({
  action: z.string().max(60).optional(),
  /** What was done, what was looked at, or both; without it what was done, unless an action is asked for. */
  show: z.enum(['changes', 'reads', 'all']).optional(),
})

export const AuditVerification = z.object({
  ok: z.boolean(),
  organization_id: z.string(),
  links: z.number().int(),
  sealed_away: z.number().int(),
  anchors: z.number().int(),
  head: z.object({ seq: z.number().int(), digest: z.string() }).nullable(),
  first_bad: z
    .object({
      seq: z.number().int(),
      entry_id: z.string().nullable(),
      problem: z.enum([
        'link_missing',
        'link_changed',
        'entry_missing',
        'entry_changed',
        'anchor_differs',
        'anchor_forged',
        'tail_missing',
      ]),
    })
    .nullable(),
})
