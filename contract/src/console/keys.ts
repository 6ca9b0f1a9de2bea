import { z } from 'zod'
import { keyScopes } from '../key-scopes.ts'
import { listOf, PageQuery } from '../list.ts'

const KeyScope = z.enum(keyScopes)

export const KeyRow = z.object({
  id: z.string(),
  kind: z.enum(['secret', 'publishable']),
  mode: z.enum(['test', 'live']),
  /** Of a secret: kind, mode and the first 8 characters. A publishable key in full. */
  shown: z.string(),
  name: z.string(),
  scopes: z.array(KeyScope),
  /** Where it may be used from, as 203.0.113.0/24; empty: from anywhere. */
  networks: z.array(z.string()),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
  expires_at: z.string().nullable(),
  revoked_at: z.string().nullable(),
  /** Former secrets of a rotation work until then; null: there are none. */
  former_until: z.string().nullable(),
  /** Since then somebody is gone who had seen its secrets; new secrets make it null. */
  exposed_at: z.string().nullable(),
})
export type KeyRow = z.infer<typeof KeyRow>

/** GET …/keys */
export const Keys = z.object({ data: z.array(KeyRow) })
export type Keys = z.infer<typeof Keys>

/** POST …/keys */
export const NewKey = z.object({
  name: z.string().min(1).max(60).optional(),
  /** Left out: all of them. */
  scopes: z.array(KeyScope).min(1).max(keyScopes.length).optional(),
  expires_at: z.iso.datetime({ offset: true }).nullable().optional(),
  networks: z.array(z.string().max(60)).max(20).optional(),
})
export type NewKey = z.infer<typeof NewKey>

/** POST …/keys/:id/rotate */
export const RotateKey = z.object({
  part: z.enum(['signing', 'secret', 'both']).default('both'),
  overlap_hours: z.number().int().min(0).max(168).default(24),
})

/** Secrets are in this answer and never again. */
export const KeySecrets = z.object({
  id: z.string(),
  mode: z.enum(['test', 'live']),
  secret_key: z.string().nullable(),
  signing_secret: z.string().nullable(),
  previous_valid_until: z.string().nullable(),
})
export type KeySecrets = z.infer<typeof KeySecrets>

/** POST …/keys/:id/finish */
export const FinishedKey = z.object({ id: z.string(), former_ended_at: z.string() })

/** POST …/keys/:id/revoke */
export const RevokedKey = z.object({ id: z.string(), revoked_at: z.string() })

/** GET …/keys/:id/requests */
export const KeyRequestQuery = PageQuery.extend({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Method and declared path, as a line says it. */
  endpoint: z.string().max(120).optional(),
  status: z.enum(['2xx', '4xx', '5xx']).optional(),
})
export type KeyRequestQuery = z.infer<typeof KeyRequestQuery>

export const KeyRequest = z.object({
  at: z.string(),
  endpoint: z.string(),
  status: z.number().int(),
  /** Code of the problem; null where there was none. */
  code: z.string().nullable(),
  latency_ms: z.number().int(),
  request_id: z.string(),
  /** The caller's /24 or /48. */
  network: z.string(),
})
export type KeyRequest = z.infer<typeof KeyRequest>
export const KeyRequests = listOf(KeyRequest)
export type KeyRequests = z.infer<typeof KeyRequests>
