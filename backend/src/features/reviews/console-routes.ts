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
import { ReviewSummary } from '#contract/console.ts'
import { isAllowed } from '#contract/roles.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { ReviewService, Reviewer } from './service.ts'

const store = '/console/v1/stores/:store/:mode'

const reviewerOf = (caller: Caller, params: Readonly<Record<string, string>>) => {
  const { merchantId, mode, person } = storeOf(caller, params)
  const senior = isAllowed(person.role, 'reviews.oversee')
  const by: Reviewer = { type: 'person', id: person.personId, senior }
  return { tenant: { merchantId, mode }, by }
}
const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? ''

const actions = (reviews: ReviewService): readonly Route[] => [
  route({
    method: 'POST',
    path: `${store}/reviews/:id/claim`,
    summary: 'Hold a review for a quarter of an hour',
    caller: 'person',
    permission: 'reviews.decide',
    codes: ['review_claimed', 'review_decided'],
    reply: Review,
    handle: ({ caller, params }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.claim(tenant, by, idOf(params))
    },
  }),
  route({
    method: 'POST',
    path: `${store}/reviews/:id/release`,
    summary: 'Give a review back to the queue',
    caller: 'person',
    permission: 'reviews.decide',
    codes: ['review_decided'],
    reply: Review,
    handle: ({ caller, params }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.release(tenant, by, idOf(params))
    },
  }),
  route({
    method: 'POST',
    path: `${store}/reviews/:id/undo`,
    summary: 'Take a decision back, within 30 seconds',
    caller: 'person',
    permission: 'reviews.decide',
    codes: ['undo_too_late'],
    reply: Review,
    handle: ({ caller, params }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.undo(tenant, by, idOf(params))
    },
  }),
]

const decisions = (reviews: ReviewService): readonly Route[] => [
  route({
    method: 'POST',
    path: `${store}/reviews/decide`,
    summary: 'Decide several reviews alike, answered one by one',
    caller: 'person',
    permission: 'reviews.decide',
    body: ReviewBulk,
    codes: ['card_number_refused'],
    reply: ReviewBulkReply,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.decideAll(tenant, by, body)
    },
  }),
  route({
    method: 'POST',
    path: `${store}/reviews/:id/decide`,
    summary: 'Approve or decline; the store is told 30 seconds later',
    caller: 'person',
    permission: 'reviews.decide',
    body: ReviewChoice,
    codes: ['review_claimed', 'review_decided', 'card_number_refused'],
    reply: Review,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.decide(tenant, by, idOf(params), body)
    },
  }),
  route({
    method: 'POST',
    path: `${store}/reviews/:id/escalate`,
    summary: 'Hand a review to owner or admin',
    caller: 'person',
    permission: 'reviews.decide',
    body: ReviewEscalation,
    codes: ['review_claimed', 'review_decided', 'card_number_refused'],
    reply: Review,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.escalate(tenant, by, idOf(params), body)
    },
  }),
  route({
    method: 'POST',
    path: `${store}/reviews/:id/notes`,
    summary: 'Note something on a review',
    caller: 'person',
    permission: 'reviews.decide',
    body: ReviewNoteRequest,
    codes: ['card_number_refused'],
    reply: Review,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = reviewerOf(caller, params)
      return reviews.note(tenant, by, idOf(params), body)
    },
  }),
]

export const consoleReviewRoutes = (reviews: ReviewService): readonly Route[] => [
  route({
    method: 'GET',
    path: `${store}/reviews`,
    summary: 'Orders that wait for a person, or did',
    reads: 'review',
    caller: 'person',
    permission: 'reviews.read',
    query: ReviewQuery,
    reply: Reviews,
    handle: ({ caller, params, query }) => reviews.list(storeOf(caller, params), query),
  }),
  route({
    method: 'GET',
    path: `${store}/reviews/summary`,
    summary: 'How many wait, since when, and how long decisions took',
    reads: 'review',
    caller: 'person',
    permission: 'reviews.read',
    reply: ReviewSummary,
    handle: ({ caller, params }) => reviews.summary(storeOf(caller, params)),
  }),
  route({
    method: 'GET',
    path: `${store}/reviews/:id`,
    summary: 'One review',
    reads: 'review',
    caller: 'person',
    permission: 'reviews.read',
    reply: Review,
    handle: ({ caller, params }) => reviews.get(storeOf(caller, params), idOf(params)),
  }),
  ...decisions(reviews),
  ...actions(reviews),
]
