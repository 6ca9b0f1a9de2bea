import type { Label, LabelRequest, LabelResult, Outcome } from '#contract/labels.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore, Follower } from '../../platform/documents/port.ts'
import { createId } from '../../platform/ids.ts'
import { eventEntry, type Tenant } from '../../platform/outbox/outbox.ts'
import { saysOfLabel, type Standing } from '../../scoring/standing.ts'
import type { StoredOrder, StoredOrders } from '../assessments/service.ts'
import { auditEntry, type Actor } from '../audit/service.ts'
import { labels, type KnownFact, type LabelDocument } from './collections.ts'
import { hasAttempts, mostFacts, type Attempts, type Ledger } from './ledger.ts'

export interface TellDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'attemptsByOrderId' | 'attemptsByAssessment'>
  readonly organizationOf: (merchantId: string) => Promise<string>
}

const aheadMs = 5 * 60_000

export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const meanings = {
  ...{ bad: 'bad', good: 'good', refused: 'refused', held: 'nothing', withdrawn: 'withdrawn' },
} as const satisfies Record<string, Label['means']>

const meaningOf = ({ label, reason_code: code }: LabelDocument): Label['means'] => {
  const says = saysOfLabel(label, code)
  return says in meanings ? meanings[says as keyof typeof meanings] : 'nothing'
}

export const adaptLabel = (label: LabelDocument): Label => ({
  id: label.id,
  order_id: label.order_id,
  assessment_id: label.assessment_id,
  label: label.label,
  source: label.source,
  reason_code: label.reason_code,
  means: meaningOf(label),
  occurred_at: iso(label.occurred_at),
  known_at: new Date(label.known_at).toISOString(),
  received_at: new Date(label.received_at).toISOString(),
  told_by: label.told_by,
})

export const adaptOutcome = (orderId: string, standing: Standing): Outcome => ({
  order_id: orderId,
  outcome: standing.outcome,
  because: standing.because,
  known_at: iso(standing.knownAt),
  good_at: iso(standing.goodAt),
})

const refuse = (pointer: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code: 'invalid', detail }] })

const timeOf = (given: string | undefined, pointer: string, now: number): number | undefined => {
  if (given === undefined) return undefined
  const at = Date.parse(given)
  if (at > now + aheadMs) throw refuse(pointer, 'This time has not come yet.')
  return Math.min(at, now)
}

const attemptNamed = (attempts: Attempts, id: string | undefined): StoredOrder =>
  attempts.find((attempt) => attempt.id === id) ?? attempts[0]

const draftLabel = (attempts: Attempts, request: LabelRequest, by: Actor, now: number): LabelDocument => {
  const named = attemptNamed(attempts, request.assessment_id)
  const placedAt = Math.min(...attempts.map(({ receivedAt }) => receivedAt))
  return {
    id: createId('lab', now),
    order_ref: named.orderRef,
    order_id: named.orderId,
    assessment_id: named.id,
    label: request.label,
    source: request.source,
    reason_code: request.reason_code ?? null,
    occurred_at: timeOf(request.occurred_at, '/occurred_at', now) ?? null,
    // Nothing can be known of an order before there is one.
    known_at: Math.max(timeOf(request.known_at, '/known_at', now) ?? now, placedAt),
    received_at: now,
    told_by: by.id ?? by.type,
  }
}

const wordsOf = ({ label, source, reason_code: code, occurred_at: at }: LabelDocument): string =>
  JSON.stringify([label, source, code, at])

const opposite: Partial<Record<KnownFact['says'], KnownFact['says']>> = { bad: 'good', good: 'bad' }

/** The same words still stand, unless something that contradicts or withdraws them was told since. */
const standingFact = (facts: readonly KnownFact[], told: string): KnownFact | undefined => {
  const last = facts.findLastIndex((fact) => fact.told === told)
  const found = facts[last]
  if (!found) return undefined
  const ends = (fact: KnownFact) =>
    (fact.says === 'withdrawn' && found.says !== 'withdrawn') ||
    fact.says === opposite[found.says] ||
    (found.says === 'withdrawn' && fact.told !== null)
  return facts.slice(last + 1).some(ends) ? undefined : found
}

/** Tells one label: stored, its order's profiles told in the same batch, once however often it comes. */
export const createTell = ({ documents, clock, stored, organizationOf }: TellDeps, ledger: Ledger) => {
  const attemptsFor = async (tenant: Tenant, { order_id, assessment_id }: LabelRequest): Promise<Attempts> => {
    if ((order_id === undefined) === (assessment_id === undefined)) {
      throw refuse('/order_id', 'Name the order by one of order_id and assessment_id.')
    }
    const found =
      order_id === undefined
        ? await stored.attemptsByAssessment(tenant, assessment_id ?? '')
        : await stored.attemptsByOrderId(tenant, order_id)
    if (hasAttempts(found)) return found
    throw new AppError('not_found', { detail: 'No order of this store has that id.' })
  }

  const followersOf = async (tenant: Tenant, label: LabelDocument, by: Actor): Promise<readonly Follower[]> => {
    const { merchantId: merchant_id, mode } = tenant
    const { id, assessment_id, received_at: at, label: word, source } = label
    return [
      { insert: labels, document: { ...label } },
      eventEntry({ kind: 'label.recorded', at, subject: id, data: { assessment_id, label: word, source } }),
      auditEntry({
        ...{ organization_id: await organizationOf(merchant_id), merchant_id, mode, actor: by },
        ...{ action: 'label.recorded', object: { type: 'assessment', id: assessment_id }, at },
        details: { label: word, source },
      }),
    ]
  }

  return async (tenant: Tenant, by: Actor, request: LabelRequest): Promise<LabelResult> => {
    const attempts = await attemptsFor(tenant, request)
    const draft = draftLabel(attempts, request, by, clock())
    const followers = await followersOf(tenant, draft, by)
    const told = wordsOf(draft)
    const says = saysOfLabel(draft.label, draft.reason_code)
    const { standing, fact, isNew } = await ledger.settle(tenant, attempts, {
      cause: draft.source === 'review' ? 'review' : 'label',
      fact: (facts) => {
        const known = standingFact(facts, told)
        if (known) return { known }
        if (facts.length >= mostFacts) throw refuse('', `More than ${mostFacts} things were told of this order.`)
        return { id: draft.id, at: draft.known_at, says, told }
      },
      with: () => followers,
    })
    const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
    const label = isNew ? draft : ((await scope.get(labels, fact?.id ?? '')) ?? draft)
    return {
      ...adaptOutcome(draft.order_id, standing),
      status: isNew ? 'recorded' : 'unchanged',
      label: adaptLabel(label),
    }
  }
}
