import type { OrderHistory, TimelineEntry } from '#contract/console.ts'
import type { LabelName } from '#contract/labels.ts'
import type { OrderEventType } from '#contract/order-events.ts'

const labelled: Readonly<Record<LabelName, string>> = {
  fraud: 'Labelled as fraud',
  chargeback: 'Charged back',
  refused_delivery: 'The delivery was refused',
  not_fraud: 'Labelled as no fraud',
  suspected_fraud: 'Fraud is suspected',
  clear: 'Earlier labels were withdrawn',
}

const happened: Readonly<Record<OrderEventType, string>> = {
  authorized: 'The payment was authorised',
  refused: 'The payment was refused',
  captured: 'The payment was captured',
  shipped: 'Shipped',
  delivered: 'Delivered',
  returned: 'Returned',
  refunded: 'Refunded',
  cancelled: 'Cancelled',
}

const ofLabels = ({ labels }: OrderHistory): TimelineEntry[] =>
  labels.map(({ known_at: at, label, source, reason_code: reason }) => ({
    at,
    code: `label_${label}`,
    text: labelled[label],
    detail: reason === null ? `Source: ${source}` : `Source: ${source}, reason ${reason}`,
  }))

const ofEvents = ({ events }: OrderHistory): TimelineEntry[] =>
  events.map(({ at, type, code }) => ({ at, code: `event_${type}`, text: happened[type], detail: code }))

const ofRescores = ({ rescored }: OrderHistory): TimelineEntry[] =>
  rescored.map(({ at, cause, former_level: former, risk_level: level, trust_score: score }) => ({
    at,
    code: 'rescored',
    text:
      cause === 'network' ? 'Scored again after news of the network' : 'Scored again after a label on a linked order',
    detail: former === level ? `Score ${score}, still ${level}` : `Score ${score}, ${level} instead of ${former}`,
  }))

const ofReview = ({ review }: OrderHistory): TimelineEntry[] => {
  if (!review) return []
  const opened = { at: review.opened_at, code: 'review_opened', text: 'Waits for a person', detail: review.reason }
  const { escalated_at: escalated, decided_at: decided, decision, state } = review
  return [
    opened,
    ...(escalated === null
      ? []
      : [{ at: escalated, code: 'review_escalated', text: 'Handed to owner or admin', detail: null }]),
    ...(decided === null || decision === null
      ? []
      : [
          {
            at: decided,
            code: `review_${decision}d`,
            text: decision === 'approve' ? 'Approved by a person' : 'Declined by a person',
            detail: state === 'pending' ? 'The store is not told yet' : null,
          },
        ]),
  ]
}

const ofSilence = ({ outcome }: OrderHistory): TimelineEntry[] =>
  outcome.because === 'silence' && outcome.known_at !== null
    ? [{ at: outcome.known_at, code: 'matured', text: 'Counts as good: nothing was heard of it', detail: null }]
    : []

/** What happened after the verdict. */
export const followUpsOf = (history: OrderHistory): TimelineEntry[] => [
  ...ofLabels(history),
  ...ofEvents(history),
  ...ofRescores(history),
  ...ofReview(history),
  ...ofSilence(history),
]

/** Oldest first, as the page of an order shows it. */
export const withFollowUps = (timeline: readonly TimelineEntry[], history: OrderHistory): TimelineEntry[] =>
  [...timeline, ...followUpsOf(history)].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
