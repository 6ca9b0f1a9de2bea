import { Conflict, type Documents, type DocumentStore, type Follower } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { ImportedOrder } from '../assessments/service.ts'
import type { PastLabel, ToldPast } from '../labels/service.ts'
import { foldHorizonMs, foldOf, placeOf, profileIdsOf, profilePushes, profiles } from '../velocity/service.ts'
import type { PreparedTold } from './prepare.ts'
import type { PastListener } from './run-stream.ts'

type TellLabel = (tenant: Tenant, label: PastLabel) => Promise<ToldPast>
type TellEvent = (tenant: Tenant, told: PreparedTold & { readonly type: 'event' }) => Promise<ToldPast>

export interface KeepPastDeps {
  readonly documents: Pick<DocumentStore, 'forMerchant'>
  readonly ladder: Ladder
  readonly keepOrders: (
    tenant: Tenant,
    orders: readonly ImportedOrder[],
    pushesOf: (order: ImportedOrder, id: string) => readonly Follower[],
  ) => Promise<readonly ('kept' | 'known')[]>
  readonly tellLabel: TellLabel
  readonly tellSilence: (tenant: Tenant, orderRef: string, at: number) => Promise<void>
  readonly tellEvent: TellEvent
}

export interface KeptCounts {
  readonly orders: number
  /** Stood in the store already. */
  readonly knownOrders: number
  readonly labels: number
}

export interface PastKeeper extends PastListener {
  /** Everything heard so far is in the store when it resolves. */
  readonly flush: () => Promise<void>
  readonly counts: () => KeptCounts
  readonly firstAt: () => number | null
}

type Step = { readonly at: number } & (
  | { readonly type: 'order'; readonly order: ImportedOrder }
  | { readonly type: 'told'; readonly told: PreparedTold }
  | { readonly type: 'silence'; readonly orderRef: string }
  | { readonly type: 'linked'; readonly pushes: readonly Follower[] }
)

/** Few enough that no ring fills up between two looks at it: 128 are left by a fold, and 256 fit. */
const stepsAtOnce = 64
const foldAfter = 48

const touched = (pushes: readonly Follower[]) => pushes.flatMap((push) => ('touch' in push ? [push.id] : []))

const inTurn = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const turns = new Map<string, Step[]>()
  for (const step of steps) {
    if (step.type === 'order' || step.type === 'linked') continue
    const name = step.type === 'told' ? step.told.orderRef : step.orderRef
    turns.set(name, [...(turns.get(name) ?? []), step])
  }
  return [...turns.values()]
}

/** Folds rings as they fill up, from what was pushed since the last fold. */
const createRings = (scope: Documents) => {
  const pushed = new Map<string, number>()
  const full = new Set<string>()

  const fold = async (id: string, now: number): Promise<void> => {
    pushed.delete(id)
    const profile = await scope.get(profiles, id)
    const changes = profile && foldOf(profile, now - foldHorizonMs, now)
    if (!changes) return
    const expect = { folded_to: profile.folded_to ?? null }
    await scope.write({ update: profiles, id, changes, expect }).catch((error: unknown) => {
      // The worker of a running server was first.
      if (!(error instanceof Conflict)) throw error
    })
  }

  return {
    count: (ids: readonly string[]): void => {
      for (const id of ids) {
        const events = (pushed.get(id) ?? 0) + 1
        pushed.set(id, events)
        if (events >= foldAfter) full.add(id)
      }
    },
    foldFull: async (now: number): Promise<void> => {
      await Promise.all([...full].map((id) => fold(id, now)))
      full.clear()
    },
  }
}

/**
 * Leaves a replayed past in a store: orders with their verdicts, labels from when they were known, and all of it in the
 * profiles. Rings are folded as the data's time goes by, as the worker does it from day to day. Every step may come twice.
 */
export const createPastKeeper = (deps: KeepPastDeps, tenant: Tenant, policy: Policy): PastKeeper => {
  const { ladder } = deps
  const scope = deps.documents.forMerchant(tenant.merchantId, tenant.mode)
  const waiting: Step[] = []
  const counts = { orders: 0, knownOrders: 0, labels: 0 }
  const rings = createRings(scope)
  const identifiersOf = new Map<string, ImportedOrder['identifiers']>()
  let firstAt: number | null = null

  const pushesOf = ({ at, orderRef, facts, identifiers }: ImportedOrder, id: string): readonly Follower[] =>
    profilePushes({ id, receivedAt: at, orderRef, facts, identifiers, sessionId: null }, ladder)

  const keepOrders = async (steps: readonly Step[]): Promise<void> => {
    const orders = steps.flatMap((step) => (step.type === 'order' ? [step.order] : []))
    if (orders.length === 0) return
    for (const kept of await deps.keepOrders(tenant, orders, pushesOf)) {
      counts[kept === 'kept' ? 'orders' : 'knownOrders'] += 1
    }
    for (const order of orders) {
      identifiersOf.set(order.orderRef, order.identifiers)
      rings.count(touched(pushesOf(order, '')))
    }
  }

  const tell = async (step: Step): Promise<void> => {
    if (step.type === 'silence') await deps.tellSilence(tenant, step.orderRef, step.at)
    if (step.type !== 'told') return
    const { told } = step
    const said = told.type === 'label' ? await deps.tellLabel(tenant, told) : await deps.tellEvent(tenant, told)
    if (said === 'told' && told.type === 'label') counts.labels += 1
  }

  const tellAll = async (steps: readonly Step[]): Promise<void> => {
    await Promise.all(
      inTurn(steps).map(async (turn) => {
        for (const step of turn) await tell(step)
        const [first] = turn
        const ref = first?.type === 'told' ? first.told.orderRef : first?.type === 'silence' ? first.orderRef : ''
        const identifiers = identifiersOf.get(ref)
        const ids = identifiers ? profileIdsOf({ identifiers, sessionId: null }) : []
        rings.count(turn.flatMap(() => ids.map((id) => placeOf(ladder, id))))
      }),
    )
  }

  const tellLinked = async (steps: readonly Step[]): Promise<void> => {
    const pushes = steps.flatMap((step) => (step.type === 'linked' ? step.pushes : []))
    for (const push of pushes) {
      if (!('touch' in push)) continue
      const id = placeOf(ladder, push.id)
      await scope.write({ upsert: profiles, id, create: { id, events: [] }, changes: push.changes })
      rings.count([id])
    }
  }

  const keepSome = async (steps: readonly Step[]): Promise<void> => {
    await keepOrders(steps)
    await tellAll(steps)
    await tellLinked(steps)
    await rings.foldFull(steps.at(-1)?.at ?? 0)
  }

  return {
    order: ({ at, orderId, orderRef, facts, identifiers, kept }, values, judgement) => {
      if (!kept) throw new Error('an order that is to be kept was prepared without what a store keeps')
      firstAt ??= at
      const order = { ...{ at, orderId, orderRef, facts, identifiers }, ...kept, values, judgement, policy }
      waiting.push({ type: 'order', at, order })
    },
    told: (told) => {
      waiting.push({ type: 'told', at: told.at, told })
    },
    silent: (orderRef, at) => {
      waiting.push({ type: 'silence', at, orderRef })
    },
    linked: (pushes, at) => {
      if (pushes.length > 0) waiting.push({ type: 'linked', at, pushes })
    },
    flush: async () => {
      while (waiting.length > 0) await keepSome(waiting.splice(0, stepsAtOnce))
    },
    counts: () => ({ ...counts }),
    firstAt: () => firstAt,
  }
}
