import type { Decision, Warning } from '#contract/assessment.ts'
import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import type { ListHit } from '../../scoring/list-hit.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { NetworkIdentifiers } from '../network/service.ts'
import type { Derived } from './derived.ts'
import type { SessionOfOrder } from './session-source.ts'

/** What was received, without anything raw about a person. Enough to score the order later, as of its receipt. */
export interface RecordedOrder {
  /** The store's own name for it, kept as given: the store must find it again. */
  readonly order_id: string
  readonly facts: OrderFacts
  readonly identifiers: Identifiers
  /** Under the network's key; absent where the store did not share. */
  readonly network?: NetworkIdentifiers
  readonly session_id: string | null
  readonly session: SessionOfOrder
  readonly warnings: readonly Warning[]
  readonly test: Derived['test']
  readonly normaliser: number
  readonly previous: string | null
  readonly key_id: string
  /** Brought in from the store's past: its verdict stopped nothing, and no other store hears of it. */
  readonly imported?: true
}

/** The score of a model that does not decide yet. */
export type ShadowScore = { readonly model: string; readonly score: number; readonly decision: Decision }

/** The verdict with all it was made from, so that it can be replayed. */
export interface StoredVerdict {
  readonly engine: string
  readonly policy_revision: string
  /** In registry order. */
  readonly values: EvidenceValues
  /** Identifiers that stood on the store's lists; absent when none did. */
  readonly hits?: readonly Pick<ListHit, keyof ListHit>[]
  readonly raw_score: number
  readonly degraded_causes: readonly string[]
  readonly digest: string
  readonly scored_at: number
  /** What a challenger would have made of it, without acting; absent when none ran beside. */
  readonly shadow?: ShadowScore
}

/**
 * One attempt at one order. It also holds the idempotency of the call that made it: claim, order and events are one
 * batch. `refused` and `alias` hold a claim and an answer only, and are never listed.
 */
export interface AssessmentDocument {
  readonly id: string
  readonly status: 'received' | 'scored' | 'refused' | 'alias'
  readonly received_at: number
  /** Keyed hash of method, path and Idempotency-Key; given up after 24 hours. */
  readonly claim?: string
  readonly process: string
  readonly lease_until: number
  /** Keyed order id. */
  readonly order_ref?: string
  readonly attempt?: number
  readonly session_ref?: string
  readonly amount?: number
  readonly currency?: string
  readonly level?: string
  readonly decision?: string
  readonly score?: number
  readonly gone_at?: number
  /** Keyed digests of the raw body, and of the parsed body without `event.time`. */
  readonly request_digest: string
  readonly content_digest?: string
  readonly order?: RecordedOrder
  readonly verdict?: StoredVerdict
  /** What was answered, byte for byte. */
  readonly answer?: string
  readonly answer_status?: number
  /** alias: whose answer it is. */
  readonly answer_of?: string
}
export type AssessmentRow = AssessmentDocument & Document

/** Everything in it is JSON; the compiler cannot see that through the interfaces of other rooms. */
export const asRow = (document: AssessmentDocument): AssessmentRow => document as AssessmentRow

export const assessments = collection<AssessmentRow>({
  name: 'assessments',
  scope: 'merchant',
  sealed: true,
  later: ['verdict', 'answer'],
  fields: {
    status: 'string',
    received_at: 'number',
    claim: 'string',
    process: 'string',
    lease_until: 'number',
    order_ref: 'string',
    attempt: 'number',
    session_ref: 'string',
    amount: 'number',
    currency: 'string',
    level: 'string',
    decision: 'string',
    score: 'number',
    gone_at: 'number',
  },
  indexes: [
    { fields: ['claim'], unique: true, sparse: true },
    { fields: ['order_ref', 'attempt'], unique: true, sparse: true },
    { fields: ['status', 'received_at'], acrossMerchants: true },
    { fields: ['level', 'received_at'], sparse: true },
    { fields: ['decision', 'received_at'], sparse: true },
    { fields: ['session_ref', 'received_at'], sparse: true },
  ],
  expires: 'gone_at',
})
