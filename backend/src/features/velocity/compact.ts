import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import type { OutboxConsumer, Tenant } from '../../platform/outbox/outbox.ts'
import { versionOf, type Ladder } from '../../platform/vault/ladder.ts'
import { profiles, type ProfileDocument, type StoredEvent } from './collections.ts'
import { foldedOutcomes, isOutcome } from './outcomes.ts'

/** How far back a fold keeps away from now: whatever was received within it may still be on its way into a ring. */
export const foldHorizonMs = 10 * 60_000

/** Windows of evidence read these from the ring; older orders become day counts. */
const ordersKept = 64
/** With outcomes between them; beyond this the oldest go, so that a ring never fills up with outcomes alone. */
const eventsKept = 128
const dayMs = 86_400_000
const daysKept = 35

const timeOf = ({ at }: StoredEvent): number => Number(at)

/** Oldest first, all before the newest 64 orders, and only what is older than the horizon. */
const foldable = (events: readonly StoredEvent[], horizon: number): readonly StoredEvent[] => {
  const sorted = [...events].sort((one, other) => timeOf(one) - timeOf(other))
  const orders = sorted.filter((event) => !isOutcome(event))
  const oldestKept = orders.at(-ordersKept)
  const before = orders.length > ordersKept && oldestKept ? sorted.indexOf(oldestKept) : 0
  return sorted.slice(0, Math.max(before, sorted.length - eventsKept)).filter((event) => timeOf(event) < horizon)
}

const countedDays = (
  before: Readonly<Record<string, number>>,
  folded: readonly StoredEvent[],
  now: number,
): Record<string, number> => {
  const days: Record<string, number> = { ...before }
  for (const event of folded) {
    if (isOutcome(event)) continue
    const day = String(Math.floor(timeOf(event) / dayMs))
    days[day] = (days[day] ?? 0) + 1
  }
  const oldest = Math.floor(now / dayMs) - daysKept
  return Object.fromEntries(Object.entries(days).filter(([day]) => Number(day) >= oldest))
}

/** What to write so that the oldest events become sums; undefined when there is nothing to fold. */
export const foldOf = (profile: ProfileDocument, horizon: number, now: number) => {
  const folded = foldable(profile.events, horizon)
  const newest = folded.at(-1)
  if (!newest) return undefined
  return {
    fold: { ids: folded.map((event) => String(event.id)), to: timeOf(newest) },
    set: {
      folded_orders: (profile.folded_orders ?? 0) + folded.filter((event) => !isOutcome(event)).length,
      folded_days: countedDays(profile.folded_days ?? {}, folded, now),
      folded_outcomes: foldedOutcomes(profile.folded_outcomes, folded, now),
    },
  }
}

/** Its former self is still to be copied into it: events older than a fold would find no way in any more. */
const isExpected = ({ isRotating, newest }: Ladder, { id, took_over: tookOver }: ProfileDocument): boolean =>
  isRotating && versionOf(id) === newest && tookOver !== true

/**
 * Folds what lies beyond the newest 64 orders into totals and day counts, in one compare-and-swap. Only behind the
 * horizon of a finished sweep: an event that comes later than that would be counted by nobody.
 */
export const createCompaction = ({
  documents,
  clock,
  ladderOf,
}: {
  readonly documents: DocumentStore
  readonly clock: () => number
  readonly ladderOf: (merchantId: string) => Promise<Ladder>
}): OutboxConsumer => {
  const compact = async ({ merchantId, mode }: Tenant, id: string, horizon: number): Promise<void> => {
    const scope = documents.forMerchant(merchantId, mode)
    const profile: ProfileDocument | undefined = await scope.get(profiles, id)
    if (!profile || isExpected(await ladderOf(merchantId), profile)) return
    const changes = foldOf(profile, horizon, clock())
    if (!changes) return
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
