import type { z } from 'zod'
import type { ReviewSummary } from '#contract/console.ts'
import type { Review, ReviewQuery, Reviews } from '#contract/reviews.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import { InvalidCursor } from '../../platform/documents/errors.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { adaptReview } from './adapt.ts'
import { reviewIdOf, reviews, type ReviewRow } from './collections.ts'

const summedMs = 30 * 86_400_000
const mostSummed = 1_000

const sortOf = ({ state, sort }: z.infer<typeof ReviewQuery>) => {
  if (state !== 'open') return { field: 'opened_at', direction: 'desc' } as const
  return { field: sort === 'riskiest' ? 'raw_score' : 'opened_at', direction: 'asc' } as const
}

const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null

export const createReviewReader = ({
  documents,
  clock,
}: {
  readonly documents: DocumentStore
  readonly clock: Clock
}) => {
  const scopeOf = ({ merchantId, mode }: Tenant) => documents.forMerchant(merchantId, mode)

  const ofAssessment = async (tenant: Tenant, assessmentId: string): Promise<Review | null> => {
    const found = await scopeOf(tenant).get(reviews, reviewIdOf(assessmentId))
    return found ? adaptReview(found, clock()) : null
  }

  const list = async (tenant: Tenant, query: z.infer<typeof ReviewQuery>): Promise<Reviews> => {
    const { state, group, limit, after, assessment_id: assessment } = query
    if (assessment !== undefined) {
      const found = await ofAssessment(tenant, assessment)
      return { data: found ? [found] : [], has_more: false, next_cursor: null }
    }
    const where = { state, ...(group === undefined ? {} : { group }) }
    const options = { sort: sortOf(query), limit, ...(after === undefined ? {} : { after }) }
    try {
      const page = await scopeOf(tenant).find(reviews, where, options)
      const data = page.items.map((review) => adaptReview(review, clock()))
      return { data, has_more: page.next !== null, next_cursor: page.next }
    } catch (cause) {
      if (!(cause instanceof InvalidCursor)) throw cause
      const errors = [{ pointer: '/after', code: 'cursor', detail: cause.message }]
      throw new AppError('validation_failed', { errors, cause })
    }
  }

  const decidedSince = async (tenant: Tenant, since: number): Promise<readonly ReviewRow[]> => {
    const options = { sort: { field: 'opened_at', direction: 'desc' }, limit: mostSummed } as const
    const { items } = await scopeOf(tenant).find(reviews, { state: 'closed' }, options)
    return items.filter(({ decided_at: at }) => at !== null && at >= since)
  }

  const summary = async (tenant: Tenant): Promise<z.infer<typeof ReviewSummary>> => {
    const scope = scopeOf(tenant)
    const oldestFirst = { sort: { field: 'opened_at', direction: 'asc' }, limit: 1 } as const
    const [open, escalated, { items: oldest }, decided] = await Promise.all([
      scope.count(reviews, { state: 'open' }),
      scope.count(reviews, { state: 'open', escalated: true }),
      scope.find(reviews, { state: 'open' }, oldestFirst),
      decidedSince(tenant, clock() - summedMs),
    ])
    const seconds = decided.map(({ decided_at: at, opened_at }) => Math.round(((at ?? opened_at) - opened_at) / 1000))
    const sorted = seconds.sort((one, other) => one - other)
    return {
      open,
      escalated,
      oldest_opened_at: oldest[0] ? new Date(oldest[0].opened_at).toISOString() : null,
      decided: decided.length,
      approved: decided.filter(({ decision }) => decision === 'approve').length,
      median_seconds_to_decision: quantile(sorted, 0.5),
      p90_seconds_to_decision: quantile(sorted, 0.9),
    }
  }

  return { ofAssessment, list, summary }
}
