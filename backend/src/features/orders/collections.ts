import type { OrderEventType } from '#contract/order-events.ts'
import { collection, type Document } from '../../platform/documents/collection.ts'

/** What became of an order after its assessment, as the store told it. Inserted and never changed. */
export interface OrderEventDocument {
  readonly id: string
  readonly order_ref: string
  readonly order_id: string
  readonly assessment_id: string
  readonly type: OrderEventType
  readonly at: number
  readonly code: string | null
  readonly received_at: number
}

export const orderEvents = collection<OrderEventDocument & Document>({
  name: 'order_events',
  scope: 'merchant',
  sealed: true,
  fields: { order_ref: 'string', at: 'number' },
  indexes: [{ fields: ['order_ref', 'at'] }],
})
