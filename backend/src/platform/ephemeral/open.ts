import type { Clock } from '../clock.ts'
import { openInProcess } from './in-process.ts'
import type { Ephemeral } from './port.ts'
import { openRedis } from './redis.ts'

export interface EphemeralOptions {
  readonly clock: Clock
  /** Given: Redis, and a start without it is refused. */
  readonly redisUrl?: string
  /** Not given with Redis away: claims end with the process. */
  readonly claimsFolder?: string
}

export const openEphemeral = async ({ clock, redisUrl, claimsFolder }: EphemeralOptions): Promise<Ephemeral> =>
  redisUrl === undefined
    ? openInProcess({ clock, ...(claimsFolder === undefined ? {} : { claimsFolder }) })
    : await openRedis({ url: redisUrl, clock })
