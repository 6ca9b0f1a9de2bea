import type { OrderDetail } from '#contract/console.ts'
import { AppError } from '../../../platform/app-error.ts'
import type { Documents } from '../../../platform/documents/port.ts'
import { cardOf } from '../../../scoring/card.ts'
import type { Policy } from '../../../scoring/policy.ts'
import { assessments, type AssessmentRow } from '../collections.ts'
import { asAnswered } from '../read.ts'
import { attemptsOf } from '../record.ts'
import { factsView, identifiersView, sessionView } from './facts-view.ts'
import { linkedOrders, type Place } from './linked.ts'
import { adaptRows } from './row.ts'
import { timelineOf } from './timeline.ts'

const neighbour = async (scope: Documents, at: number, direction: 'newer' | 'older'): Promise<string | null> => {
  const newer = direction === 'newer'
  const where = { status: 'scored', received_at: newer ? { gt: at } : { lt: at } }
  const sort = { field: 'received_at', direction: newer ? 'asc' : 'desc' } as const
  return (await scope.find(assessments, where, { sort, limit: 1 })).items[0]?.id ?? null
}

/** Everything the page of one order shows. */
export const orderDetail = async (place: Place, row: AssessmentRow, policy: Policy): Promise<OrderDetail> => {
  const { scope } = place
  const assessment = asAnswered(row)
  const { order, order_ref: orderRef } = row
  if (!assessment || !order || orderRef === undefined) throw new AppError('not_found')
  const [linked, known, next, previous] = await Promise.all([
    linkedOrders(place, row, order),
    attemptsOf(scope, orderRef),
    neighbour(scope, row.received_at, 'newer'),
    neighbour(scope, row.received_at, 'older'),
  ])
  const attempts = adaptRows(known)
  return {
    assessment,
    imported: order.imported === true,
    facts: factsView(order),
    session: sessionView(order, row.received_at),
    identifiers: identifiersView(order),
    linked,
    attempts,
    timeline: timelineOf(row, order, attempts),
    thresholds: policy.cards[cardOf(row.verdict?.values ?? [])].thresholds,
    next_id: next,
    previous_id: previous,
  }
}
