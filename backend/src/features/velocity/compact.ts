import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import type { OutboxConsumer, Tenant } from '../../platform/outbox/outbox.ts'
import { profiles, type ProfileDocument, type StoredEvent } from './collections.ts'

/** How far back a fold keeps away from now: whatever was received within it may still be on its way into a ring. */
export const foldHorizonMs = 10 * 60_000

/** Windows of evidence read these from the ring; older ones become day counts. */
const keptInRing = 64
const dayMs = 86_400_000
const daysKept = 35

const timeOf = ({ at }: StoredEvent): number => Number(at)

/** Oldest first, all but the newest 64, and only what is older than the horizon. */
const foldable = (events: readonly StoredEvent[], horizon: number): readonly StoredEvent[] =>
  [...events]
    .sort((one, other) => timeOf(one) - timeOf(other))
    .slice(0, -keptInRing)
    .filter((event) => timeOf(event) < horizon)

const countedDays = (
  before: Readonly<Record<string, number>>,
  folded: readonly StoredEvent[],
  now: number,
): Record<string, number> => {
  const days: Record<string, number> = { ...before }
  for (const event of folded) {
    const day = String(Math.floor(timeOf(event) / dayMs))
    days[day] = (days[day] ?? 0) + 1
  }
  const oldest = Math.floor(now / dayMs) - daysKept
  return Object.fromEntries(Object.entries(days).filter(([day]) => Number(day) >= oldest))
}

/**
 * Folds what lies beyond the newest 64 events into totals and day counts, in one compare-and-swap. Only behind the
 * horizon of a finished sweep: an event that comes later than that would be counted by nobody.
 */
export const createCompaction = ({
  documents,
  clock,
}: {
  readonly documents: DocumentStore
  readonly clock: () => number
}): OutboxConsumer => {
  const compact = async ({ merchantId, mode }: Tenant, id: string, horizon: number): Promise<void> => {
    const scope = documents.forMerchant(merchantId, mode)
    const profile: ProfileDocument | undefined = await scope.get(profiles, id)
    const folded = foldable(profile?.events ?? [], horizon)
    const newest = folded.at(-1)
    if (!profile || !newest) return
    const changes = {
      fold: { ids: folded.map((event) => String(event.id)), to: timeOf(newest) },
      set: {
        folded_orders: (profile.folded_orders ?? 0) + folded.length,
        folded_days: countedDays(profile.folded_days ?? {}, folded, clock()),
      },
    }
    const expect = { folded_to: profile.folded_to ?? null }
    try {
      await scope.write({ update: profiles, id, changes, expect })
    } catch (error) {
      // Another worker folded the same ring: then it is folded.
      if (!(error instanceof Conflict)) throw error
    }
  }

  return {
    name: 'compaction',
    kind: 'profile.full',
    fold: async (tenant, entries) => {
      const startedAt = clock()
      await documents.sweep()
      for (const id of new Set(entries.map(({ subject }) => subject))) {
        await compact(tenant, id, startedAt - foldHorizonMs)
      }
    },
  }
}
