import {
  Review,
  ReviewBulk,
  ReviewBulkReply,
  ReviewChoice,
  ReviewEscalation,
  ReviewNoteRequest,
  ReviewQuery,
  Reviews,
} from '#contract/reviews.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeKeyOf } from '../../platform/http/store-of.ts'
import type { ReviewService, Reviewer } from './service.ts'

/** A store's own software may decide whatever a person may. */
const reviewerOf = (caller: Caller) => {
  const { tenant, by } = storeKeyOf(caller)
  const reviewer: Reviewer = { ...by, senior: true }
  return { tenant, by: reviewer }
}
const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? ''

const actions = (reviews: ReviewService): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/reviews/:id/claim',
    summary: 'Hold a review for a quarter of an hour',
    caller: 'secret-key',
    scope: 'label',
    codes: ['review_claimed', 'review_decided'],
    reply: Review,
    handle: ({ caller, params }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.claim(tenant, by, idOf(params))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reviews/:id/release',
    summary: 'Give a review back to the queue',
    caller: 'secret-key',
    scope: 'label',
    codes: ['review_decided'],
    reply: Review,
    handle: ({ caller, params }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.release(tenant, by, idOf(params))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reviews/:id/undo',
    summary: 'Take a decision back, within 30 seconds',
    caller: 'secret-key',
    scope: 'label',
    codes: ['undo_too_late'],
    reply: Review,
    handle: ({ caller, params }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.undo(tenant, by, idOf(params))
    },
  }),
]

const decisions = (reviews: ReviewService): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/reviews/decide',
    summary: 'Decide several reviews alike, answered one by one',
    caller: 'secret-key',
    scope: 'label',
    body: ReviewBulk,
    codes: ['card_number_refused'],
    reply: ReviewBulkReply,
    handle: ({ caller, body }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.decideAll(tenant, by, body)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reviews/:id/decide',
    summary: 'Approve or decline; the store is told 30 seconds later',
    caller: 'secret-key',
    scope: 'label',
    body: ReviewChoice,
    codes: ['review_claimed', 'review_decided', 'card_number_refused'],
    reply: Review,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.decide(tenant, by, idOf(params), body)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reviews/:id/escalate',
    summary: 'Hand a review to owner or admin',
    caller: 'secret-key',
    scope: 'label',
    body: ReviewEscalation,
    codes: ['review_claimed', 'review_decided', 'card_number_refused'],
    reply: Review,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.escalate(tenant, by, idOf(params), body)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/reviews/:id/notes',
    summary: 'Note something on a review',
    caller: 'secret-key',
    scope: 'label',
    body: ReviewNoteRequest,
    codes: ['card_number_refused'],
    reply: Review,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller)
      return reviews.note(tenant, by, idOf(params), body)
    },
  }),
]

export const reviewRoutes = (reviews: ReviewService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/reviews',
    summary: 'Orders that wait for a person, or did',
    reads: 'review',
    caller: 'secret-key',
    scope: 'read',
    query: ReviewQuery,
    reply: Reviews,
    handle: ({ caller, query }) => reviews.list(storeKeyOf(caller).tenant, query),
  }),
  route({
    method: 'GET',
    path: '/v1/reviews/:id',
    summary: 'One review',
    reads: 'review',
    caller: 'secret-key',
    scope: 'read',
    reply: Review,
    handle: ({ caller, params }) => reviews.get(storeKeyOf(caller).tenant, idOf(params)),
  }),
  ...decisions(reviews),
  ...actions(reviews),
]
