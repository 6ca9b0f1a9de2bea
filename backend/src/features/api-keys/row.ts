import { keyScopes } from '#contract/key-scopes.ts'
import type { KeyRow } from '#contract/console.ts'
import type { ApiKeyDocument } from './collections.ts'

const isoOrNull = (at: number | null | undefined): string | null => (at ? new Date(at).toISOString() : null)

/** When the last of the former secrets ends. */
const formerUntil = ({ tokens, signing }: ApiKeyDocument, now: number): number | null => {
  const ends = [...tokens.slice(1), ...signing.slice(1)].flatMap(({ valid_until: end }) =>
    end !== null && end > now ? [end] : [],
  )
  return ends.length === 0 ? null : Math.max(...ends)
}

/** A key as the dashboard shows it. */
export const adaptKeyRow = (key: ApiKeyDocument, now: number): KeyRow => ({
  id: key.id,
  kind: key.kind,
  mode: key.mode,
  shown: key.token ?? `gfs_${key.mode}_${key.prefix}…`,
  name: key.name,
  scopes: key.kind === 'secret' ? [...(key.scopes ?? keyScopes)] : [],
  networks: [...(key.networks ?? [])],
  created_at: new Date(key.created_at).toISOString(),
  last_used_at: isoOrNull(key.last_used_at),
  expires_at: isoOrNull(key.expires_at),
  revoked_at: isoOrNull(key.revoked_at),
  former_until: isoOrNull(formerUntil(key, now)),
  exposed_at: isoOrNull(key.exposed_at),
})
