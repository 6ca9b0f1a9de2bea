import type { Clock } from '../../platform/clock.ts'
import type { Mode } from '../../platform/documents/port.ts'
import type { Ephemeral } from '../../platform/ephemeral/port.ts'

/**
 * Whether the edge refuses sessions of a store for its limit per key: then a missing session says nothing. Refusals per
 * address do not count, or one address could make its missing sessions free.
 */
export interface EdgeLimits {
  readonly refused: (merchantId: string, mode: Mode) => void
  readonly isRefusing: (merchantId: string, mode: Mode, now: number) => boolean
}

/** A shopper may order this long after the session was refused. */
const rememberedMs = 5 * 60_000
/** Refusals come in thousands; others need to hear of them once in a while. */
const toldEveryMs = 10_000
const channel = 'edge-limits'

export const createEdgeLimits = async ({
  ephemeral,
  clock,
}: {
  readonly ephemeral: Ephemeral
  readonly clock: Clock
}): Promise<EdgeLimits> => {
  const refusedAt = new Map<string, number>()
  await ephemeral.subscribe(channel, (tenant) => {
    refusedAt.set(tenant, clock())
  })
  return {
    refused: (merchantId, mode) => {
      const tenant = `${merchantId}:${mode}`
      const now = clock()
      if (now - (refusedAt.get(tenant) ?? 0) < toldEveryMs) return
      refusedAt.set(tenant, now)
      // A lost message leaves other processes with the points of a missing session: fails towards caution.
      void ephemeral.publish(channel, tenant).catch(() => undefined)
    },
    isRefusing: (merchantId, mode, now) => now - (refusedAt.get(`${merchantId}:${mode}`) ?? 0) < rememberedMs,
  }
}
