import type { Clock } from '../../platform/clock.ts'
import { asJson } from '../../platform/documents/collection.ts'
import {
  Conflict,
  type DocumentStore,
  type Documents,
  type Follower,
  type Head,
} from '../../platform/documents/port.ts'
import { createId } from '../../platform/ids.ts'
import { outboxEntry, type Tenant } from '../../platform/outbox/outbox.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import { standingAt, type PlacedOrder, type Standing } from '../../scoring/standing.ts'
import type { StoredOrder, StoredOrders } from '../assessments/service.ts'
import { outcomePushes } from '../velocity/service.ts'
import { asOutcome, outcomes, type KnownFact, type OutcomeDocument } from './collections.ts'
import { countedOf, deltasBetween, isNothing, nothingCounted, type Deltas } from './counted.ts'

/** What led to a change: linked orders are scored again for a label, not because time passed. */
export type OutcomeCause = 'label' | 'event' | 'review' | 'silence' | 'verdict'

export interface Settled {
  readonly standing: Standing
  /** The fact that was added, or the one that said the same before; undefined: none was to be added. */
  readonly fact: KnownFact | undefined
  readonly isNew: boolean
}

export interface Change {
  readonly cause: OutcomeCause
  /** From what is known already; `known`: this was told before and still stands. */
  readonly fact?: (facts: readonly KnownFact[]) => KnownFact | { readonly known: KnownFact }
  /** When it became known, of a past that is brought in; otherwise it is known now. */
  readonly at?: number
  /** What must be true together with the fact. */
  readonly with?: (fact: KnownFact) => readonly Follower[]
}

export interface LedgerDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly maturityDays: (merchantId: string) => Promise<number>
  readonly stored: Pick<StoredOrders, 'ladder'>
}

/** Of one order, newest attempt first; never empty. */
export type Attempts = readonly [StoredOrder, ...StoredOrder[]]

export const hasAttempts = (orders: readonly StoredOrder[]): orders is Attempts => orders.length > 0

/** The newest attempt is the order as it went on. */
export const placedOrder = ({ receivedAt, decision, control, method, imported }: PlacedAttempt): PlacedOrder => ({
  receivedAt,
  // Nobody acted on the verdict of an order that had already happened.
  declined: decision === 'decline' && !control && imported !== true,
  cod: method === 'cod',
})
export type PlacedAttempt = Pick<StoredOrder, 'receivedAt' | 'decision' | 'control' | 'method'> &
  Partial<Pick<StoredOrder, 'imported'>>

/** More is no history of an order but a mistake in a loop. */
export const mostFacts = 200
const mostRounds = 20

interface Step {
  readonly id: string
  readonly at: number
  readonly attempts: Attempts
  readonly before: OutcomeDocument | undefined
  readonly after: OutcomeDocument
}

/** An attempt that came after the last change has profiles that know nothing yet; all others get the difference. */
const pushesOf = ({ id, at, attempts, before, after }: Step, ladder: Ladder): readonly Follower[] => {
  const told = new Set(before?.attempts)
  const difference = deltasBetween(before?.counted ?? nothingCounted, after.counted)
  const whole = deltasBetween(nothingCounted, after.counted)
  const pushFor = (attempt: StoredOrder, deltas: Deltas) => {
    const { identifiers, orderRef } = attempt
    return outcomePushes({ id, at, orderRef, orderAt: after.placed_at, identifiers, ...deltas }, ladder)
  }
  const real = attempts.filter(({ magic }) => !magic)
  const former = real.filter(({ id: attempt }) => told.has(attempt)).flatMap((one) => pushFor(one, difference))
  const added = real.filter(({ id: attempt }) => !told.has(attempt)).flatMap((one) => pushFor(one, whole))
  const byProfile = new Map<string, readonly [Follower, boolean]>()
  for (const push of added) if ('touch' in push) byProfile.set(push.id, [push, isNothing(whole)])
  for (const push of former) if ('touch' in push) byProfile.set(push.id, [push, isNothing(difference)])
  return [...byProfile.values()].filter(([, isEmpty]) => !isEmpty).map(([push]) => push)
}

/** For what is counted per store, for other stores, and for linked orders. */
const told = ({ id, at, attempts, before, after }: Step, { cause, at: knownAt }: Change): Follower => {
  const [newest] = attempts
  const deltas = deltasBetween(before?.counted ?? nothingCounted, after.counted)
  const { bad, good, refused, declined } = deltas
  const data = {
    assessment_id: newest.id,
    cause,
    cod: newest.method === 'cod',
    before: before?.outcome ?? 'pending',
    after: after.outcome,
    ...{ bad, good, refused, declined },
    ...(newest.imported && { imported: true }),
    // Linked orders of that time are past as well, and were told of it where it stands in time.
    ...(knownAt !== undefined && { past: true }),
  }
  return outboxEntry({ kind: 'outcome.changed', at, subject: id, data })
}

const nextDocument = (
  attempts: Attempts,
  before: OutcomeDocument | undefined,
  facts: readonly KnownFact[],
  standing: Standing,
): OutcomeDocument => ({
  id: attempts[0].orderRef,
  facts,
  counted: countedOf(standing),
  attempts: [...new Set([...(before?.attempts ?? []), ...attempts.map(({ id }) => id)])],
  placed_at: before?.placed_at ?? Math.min(...attempts.map(({ receivedAt }) => receivedAt)),
  outcome: standing.outcome,
  revision: (before?.revision ?? 0) + 1,
})

const headOf = (before: OutcomeDocument | undefined, after: OutcomeDocument): Head => {
  if (!before) return { insert: outcomes, document: asOutcome(after) }
  const { id, ...rest } = after
  const set = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, asJson(value)]))
  return { update: outcomes, id, changes: { set }, expect: { revision: before.revision } }
}

/** The only writer of outcomes: one compare-and-swap per order, its profiles told in the same batch. */
export const createLedger = ({ documents, clock, maturityDays, stored }: LedgerDeps) => {
  const scopeOf = ({ merchantId, mode }: Tenant): Documents => documents.forMerchant(merchantId, mode)

  const once = async (tenant: Tenant, attempts: Attempts, change: Change): Promise<Settled> => {
    const scope = scopeOf(tenant)
    const [newest] = attempts
    const [before, days] = await Promise.all([scope.get(outcomes, newest.orderRef), maturityDays(tenant.merchantId)])
    const at = change.at ?? clock()
    const known = before?.facts ?? []
    const made = change.fact?.(known)
    const added = made === undefined || 'known' in made ? undefined : made
    const fact = made !== undefined && 'known' in made ? made.known : made
    const facts = added ? [...known, added] : known
    const standing = standingAt(placedOrder(newest), facts, at, days)
    const after = nextDocument(attempts, before, facts, standing)
    const step: Step = { id: added?.id ?? createId('lab', at), at, attempts, before, after }
    const pushes = pushesOf(step, await stored.ladder(tenant))
    const settled = { standing, fact, isNew: added !== undefined }
    const isChanged = (before?.outcome ?? 'pending') !== after.outcome || pushes.length > 0
    if (!added && !isChanged) return settled
    const followers = [
      ...pushes,
      ...(isChanged && !newest.magic ? [told(step, change)] : []),
      ...(added ? (change.with?.(added) ?? []) : []),
    ]
    await scope.write(headOf(before, after), followers)
    return settled
  }

  return {
    /** Adds a fact, where there is one, and brings outcome and profiles up to what is known now. */
    settle: async (tenant: Tenant, attempts: Attempts, change: Change): Promise<Settled> => {
      for (let round = 1; ; round += 1) {
        try {
          return await once(tenant, attempts, change)
        } catch (error) {
          if (!(error instanceof Conflict) || round >= mostRounds) throw error
        }
      }
    },

    facts: async (tenant: Tenant, orderRefs: readonly string[]): Promise<readonly (readonly KnownFact[])[]> => {
      if (orderRefs.length === 0) return []
      const found = await scopeOf(tenant).getMany(outcomes, orderRefs)
      return found.map((document) => document?.facts ?? [])
    },
  }
}
export type Ledger = ReturnType<typeof createLedger>
