import type { OrderDetail, TimelineEntry } from '#contract/console.ts'
import type { AssessmentRow, RecordedOrder } from '../collections.ts'

interface Event {
  readonly at: number
  readonly code: string
  readonly text: string
  readonly detail?: string
}

const adaptEvent = ({ at, code, text, detail }: Event): TimelineEntry => ({
  at: new Date(at).toISOString(),
  code,
  text,
  detail: detail ?? null,
})

const sessionEvents = ({ session }: RecordedOrder): readonly Event[] =>
  session.state === 'found'
    ? [{ at: session.startedAt, code: 'session_opened', text: 'The checkout page was opened' }]
    : []

/** A verdict that came from the worker's sweep says so: the store did not get it as an answer. */
const lateMs = 60_000

const scoredEvents = ({ received_at, verdict, score, decision }: AssessmentRow): readonly Event[] => {
  if (!verdict) return []
  const late = verdict.scored_at - received_at > lateMs
  const detail = `Score ${score ?? 0}, ${decision ?? ''}, engine ${verdict.engine}, policy ${verdict.policy_revision}`
  return [
    {
      at: verdict.scored_at,
      code: late ? 'scored_late' : 'scored',
      text: late ? 'Scored by the sweep' : 'Scored',
      detail,
    },
  ]
}

/** What happened to an order, oldest first. */
export const timelineOf = (
  row: AssessmentRow,
  order: RecordedOrder,
  attempts: OrderDetail['attempts'],
): TimelineEntry[] => {
  const others = attempts
    .filter(({ id }) => id !== row.id)
    .map(({ attempt, created_at, trust_score }) => ({
      at: Date.parse(created_at),
      code: 'attempt',
      text: `Attempt ${attempt} at the same order`,
      detail: `Score ${trust_score}`,
    }))
  const received: Event = { at: row.received_at, code: 'received', text: 'The order was received and stored' }
  return [...sessionEvents(order), received, ...scoredEvents(row), ...others]
    .sort((one, other) => one.at - other.at)
    .map(adaptEvent)
}
