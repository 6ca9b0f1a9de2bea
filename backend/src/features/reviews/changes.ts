import type { Review, ReviewChoice } from '#contract/reviews.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import { asJson } from '../../platform/documents/collection.ts'
import { Conflict, type Changes, type DocumentStore, type Follower } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { auditEntry, type AuditAction } from '../audit/service.ts'
import { adaptReview } from './adapt.ts'
import { reviews, type ReviewDocument, type ReviewRow } from './collections.ts'

/** Who decides: a person, or the store's own software by its key. */
export interface Reviewer {
  readonly type: 'person' | 'key'
  readonly id: string
  /** May decide what was escalated, and give back what somebody else holds. */
  readonly senior: boolean
}

export interface ChangeDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly organizationOf: (merchantId: string) => Promise<string>
}

/** Long enough to read an order and its links; whoever leaves for lunch holds nothing up. */
const claimMs = 15 * 60_000
/** As long as a person needs to notice a slip; the store is told after it. */
export const undoMs = 30_000
const mostNotes = 100
const mostRounds = 8

type Patch = Partial<ReviewDocument> & { readonly unset?: readonly string[] }
type Step = (review: ReviewRow, now: number) => Patch

const isHeldByOther = (review: ReviewDocument, { id }: Reviewer, now: number): boolean =>
  review.claimed_by !== null && review.claimed_by !== id && review.claimed_until > now

const requireOpen = ({ state }: ReviewDocument): void => {
  if (state !== 'open') throw new AppError('review_decided')
}

/** Open, and held by nobody else. */
const requireFree = (review: ReviewDocument, reviewer: Reviewer, now: number): void => {
  requireOpen(review)
  if (isHeldByOther(review, reviewer, now)) throw new AppError('review_claimed')
}

const noted = (review: ReviewDocument, { id: by }: Reviewer, at: number, text: string | undefined) => {
  if (text === undefined) return {}
  return { notes: [...review.notes, { at, by, text }].slice(-mostNotes) }
}

const nobody = { claimed_by: null, claimed_until: 0 }

const steps = {
  claim:
    (reviewer: Reviewer): Step =>
    (review, now) => {
      requireFree(review, reviewer, now)
      return { claimed_by: reviewer.id, claimed_until: now + claimMs }
    },

  release:
    (reviewer: Reviewer): Step =>
    (review, now) => {
      requireOpen(review)
      if (isHeldByOther(review, reviewer, now) && !reviewer.senior) throw new AppError('role_insufficient')
      return nobody
    },

  decide:
    (reviewer: Reviewer, { decision, label, note }: ReviewChoice): Step =>
    (review, now) => {
      requireFree(review, reviewer, now)
      if (review.escalated && !reviewer.senior) throw new AppError('role_insufficient')
      return {
        state: 'pending',
        decision,
        // A decline is an opinion until the reviewer says that they know; an approval waits for silence.
        label: label ?? (decision === 'decline' ? 'suspected_fraud' : null),
        decided_by: reviewer.id,
        decided_by_type: reviewer.type,
        decided_at: now,
        due_at: now + undoMs,
        ...noted(review, reviewer, now, note),
      }
    },

  undo:
    (reviewer: Reviewer): Step =>
    (review, now) => {
      if (review.state === 'open') return {}
      if (review.state !== 'pending' || (review.due_at ?? 0) <= now) throw new AppError('undo_too_late')
      if (review.decided_by !== reviewer.id && !reviewer.senior) throw new AppError('role_insufficient')
      const undecided = { decision: null, label: null, decided_by: null, decided_by_type: null, decided_at: null }
      return { state: 'open', ...undecided, unset: ['due_at'] }
    },

  escalate:
    (reviewer: Reviewer, text: string | undefined): Step =>
    (review, now) => {
      requireFree(review, reviewer, now)
      const escalated = { escalated: true, escalated_by: reviewer.id, escalated_at: now }
      return { ...escalated, ...nobody, ...noted(review, reviewer, now, text) }
    },

  note:
    (reviewer: Reviewer, text: string): Step =>
    (review, now) =>
      noted(review, reviewer, now, text),
}

const traced: Partial<Record<keyof typeof steps, AuditAction>> = {
  decide: 'review.decided',
  undo: 'review.undone',
  escalate: 'review.escalated',
}

const changesOf = ({ unset, ...patch }: Patch, revision: number): Changes => {
  const set = Object.entries({ ...patch, revision: revision + 1 }).map(([name, value]) => [name, asJson(value)])
  return { set: Object.fromEntries(set) as NonNullable<Changes['set']>, ...(unset ? { unset } : {}) }
}

/** Every change of a review by somebody, each a compare-and-swap: of two who claim, one is told of the other. */
export const createReviewChanges = ({ documents, clock, organizationOf }: ChangeDeps) => {
  const read = async ({ merchantId, mode }: Tenant, id: string): Promise<ReviewRow> => {
    const found = /^rev_[0-9A-Z]{26}$/.test(id)
      ? await documents.forMerchant(merchantId, mode).get(reviews, id)
      : undefined
    if (!found) throw new AppError('not_found')
    return found
  }

  const traceOf = async (
    { merchantId: merchant_id, mode }: Tenant,
    { type, id }: Reviewer,
    action: AuditAction | undefined,
    review: ReviewDocument,
    patch: Patch,
  ): Promise<readonly Follower[]> => {
    if (action === undefined) return []
    const { decision = null, label = null } = patch
    const organization_id = await organizationOf(merchant_id)
    const object = { type: 'review', id: review.id }
    const who = { organization_id, merchant_id, mode, actor: { type, id } } as const
    return [auditEntry({ ...who, action, object, at: clock(), details: { decision, label } })]
  }

  const change = async (
    tenant: Tenant,
    reviewer: Reviewer,
    id: string,
    step: Step,
    action?: AuditAction,
  ): Promise<Review> => {
    for (let round = 1; ; round += 1) {
      const review = await read(tenant, id)
      const now = clock()
      const patch = step(review, now)
      const changes = changesOf(patch, review.revision)
      const expect = { revision: review.revision }
      try {
        const trace = await traceOf(tenant, reviewer, action, review, patch)
        await documents
          .forMerchant(tenant.merchantId, tenant.mode)
          .write({ update: reviews, id, changes, expect }, trace)
        return adaptReview(await read(tenant, id), now)
      } catch (error) {
        if (!(error instanceof Conflict) || round >= mostRounds) throw error
      }
    }
  }

  return {
    read,
    claim: (tenant: Tenant, by: Reviewer, id: string) => change(tenant, by, id, steps.claim(by)),
    release: (tenant: Tenant, by: Reviewer, id: string) => change(tenant, by, id, steps.release(by)),
    decide: (tenant: Tenant, by: Reviewer, id: string, choice: ReviewChoice) =>
      change(tenant, by, id, steps.decide(by, choice), traced.decide),
    undo: (tenant: Tenant, by: Reviewer, id: string) => change(tenant, by, id, steps.undo(by), traced.undo),
    escalate: (tenant: Tenant, by: Reviewer, id: string, note: string | undefined) =>
      change(tenant, by, id, steps.escalate(by, note), traced.escalate),
    note: (tenant: Tenant, by: Reviewer, id: string, text: string) => change(tenant, by, id, steps.note(by, text)),
  }
}
