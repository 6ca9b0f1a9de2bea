import type { Decision } from '#contract/assessment.ts'
import type { AgentFacts, IpFacts, OrderFacts } from '../../../scoring/context.ts'
import type { ListHit } from '../../../scoring/list-hit.ts'
import type { EvidenceValues } from '../../../scoring/measure.ts'
import type { AssessmentRow } from '../collections.ts'

/** What a backtest needs of one scored attempt: a quarter of what is stored of it. */
export interface PastRow {
  readonly id: string
  readonly orderRef: string
  readonly orderId: string
  readonly attempt: number
  readonly receivedAt: number
  readonly values: EvidenceValues
  readonly hits: readonly Pick<ListHit, keyof ListHit>[]
  readonly facts: OrderFacts
  readonly ip: IpFacts | null
  readonly agent: AgentFacts | null
  readonly decision: Decision
  readonly control: boolean
  readonly imported?: true
}

/** Undefined for what is no verdict on an order, or was asked for by a magic test address. */
export const pastRowOf = (row: AssessmentRow): PastRow | undefined => {
  const { order, verdict, decision, order_ref: orderRef } = row
  if (!order || !verdict || orderRef === undefined || order.test !== null) return undefined
  const session = order.session.state === 'found' ? order.session : null
  return {
    id: row.id,
    orderRef,
    orderId: order.order_id,
    attempt: row.attempt ?? 1,
    receivedAt: row.received_at,
    values: verdict.values,
    hits: verdict.hits ?? [],
    facts: order.facts,
    ip: session?.ip ?? null,
    agent: session?.agent ?? null,
    decision: decision as Decision,
    control: row.answer?.includes('"control":true') ?? false,
    ...(order.imported === true && { imported: true }),
  }
}
