import type {
  Review,
  ReviewBulk,
  ReviewBulkReply,
  ReviewChoice,
  ReviewEscalation,
  ReviewNoteRequest,
} from '#contract/reviews.ts'
import { AppError } from '../../platform/app-error.ts'
import { refuseCards } from '../../platform/card-numbers/refuse-cards.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { StoredOrders } from '../assessments/service.ts'
import type { LabelService } from '../labels/service.ts'
import { adaptReview } from './adapt.ts'
import { createReviewChanges, type Reviewer } from './changes.ts'
import { createCloseReviews } from './close.ts'
import { createOpenReviews } from './open.ts'
import { createReviewReader } from './read.ts'

export type { Reviewer } from './changes.ts'

export interface ReviewDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: StoredOrders
  readonly labels: Pick<LabelService, 'tell' | 'settle'>
  readonly organizationOf: (merchantId: string) => Promise<string>
}

type Decided = ReviewBulkReply['data'][number]
const refusals = ['not_found', 'review_claimed', 'review_decided', 'role_insufficient'] as const

const refused = (id: string, error: unknown): Decided => {
  const code = error instanceof AppError ? refusals.find((known) => known === error.code) : undefined
  if (code === undefined) throw error
  return { id, status: 'refused', code }
}

export const createReviews = (deps: ReviewDeps) => {
  const changes = createReviewChanges(deps)
  const reader = createReviewReader(deps)
  const { open, consumer } = createOpenReviews(deps)

  const decide = (tenant: Tenant, by: Reviewer, id: string, choice: ReviewChoice): Promise<Review> => {
    refuseCards(choice)
    return changes.decide(tenant, by, id, choice)
  }

  return {
    list: reader.list,
    summary: reader.summary,
    ofAssessment: reader.ofAssessment,
    get: async (tenant: Tenant, id: string): Promise<Review> =>
      adaptReview(await changes.read(tenant, id), deps.clock()),
    claim: changes.claim,
    release: changes.release,
    undo: changes.undo,
    decide,
    /** One answer per id, in their order: what somebody else holds stays theirs. */
    decideAll: async (tenant: Tenant, by: Reviewer, { ids, ...choice }: ReviewBulk): Promise<ReviewBulkReply> => {
      refuseCards(choice)
      const data: Decided[] = []
      for (const id of new Set(ids)) {
        const decided = changes.decide(tenant, by, id, choice)
        data.push(
          await decided.then(
            (review): Decided => ({ id, status: 'decided', review }),
            (error: unknown) => refused(id, error),
          ),
        )
      }
      return { data }
    },
    escalate: (tenant: Tenant, by: Reviewer, id: string, sent: ReviewEscalation): Promise<Review> => {
      refuseCards(sent)
      return changes.escalate(tenant, by, id, sent.note)
    },
    note: (tenant: Tenant, by: Reviewer, id: string, sent: ReviewNoteRequest): Promise<Review> => {
      refuseCards(sent)
      return changes.note(tenant, by, id, sent.text)
    },
    /** For the worker. */
    open,
    consumer,
    close: createCloseReviews(deps),
  }
}
export type ReviewService = ReturnType<typeof createReviews>
