import { z } from 'zod'

/** What the form carries instead of a session id while the shopper has not consented: nothing was gathered, nothing posted. */
export const noConsentSession = 'no_consent'

/** Coarse values the server must compare in clear. Each is listed with its purpose in docs/collector-data.md. */
export const SessionFacts = z
  .object({
    time_zone: z.string().max(64),
    languages: z.array(z.string().max(35)).max(10),
    platform: z.string().max(40),
    screen: z.string().max(40),
    touch: z.boolean(),
    automation: z.array(z.string().max(40)).max(32),
    consent: z.enum(['full', 'reduced', 'none']),
    storage: z.boolean(),
    framed: z.boolean(),
    page_ms: z.number().int().min(0).max(86_400_000),
  })
  .partial()
export type SessionFacts = z.infer<typeof SessionFacts>

export const componentHash = z.string().regex(/^[0-9a-f]{32,64}$/)

export const SessionRequest = z.object({
  key: z.string().max(80).describe('Publishable key, gfp_..., as it stands in the page.'),
  v: z.literal(1),
  components: z
    .record(z.string().max(40), componentHash.nullable())
    .describe('Hashes by name of source; null where there was nothing to read. At most 64.'),
  facts: SessionFacts,
  timings: z.record(z.string().max(40), z.number().min(0).max(600_000)).optional(),
})
export type SessionRequest = z.infer<typeof SessionRequest>

export const SessionReply = z.object({ session_id: z.string(), expires_at: z.string() })
export type SessionReply = z.infer<typeof SessionReply>
