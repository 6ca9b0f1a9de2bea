import { z } from 'zod'

/** What becomes of an order after its assessment. refused: the payment was. */
export const orderEventTypes = [
  'authorized',
  'refused',
  'captured',
  'shipped',
  'delivered',
  'returned',
  'refunded',
  'cancelled',
] as const
export const OrderEventType = z.enum(orderEventTypes)
export type OrderEventType = z.infer<typeof OrderEventType>

export const OrderEventRequest = z.looseObject({
  type: OrderEventType,
  at: z.iso.datetime({ offset: true }),
  /** A decline code, a carrier's code: whatever the store's own systems call it. */
  code: z
    .string()
    .regex(/^[\w.:/ -]{1,40}$/)
    .optional(),
})
export type OrderEventRequest = z.infer<typeof OrderEventRequest>

/** The same type at the same time is the same event, however often it is told. */
export const OrderEvent = z.object({
  id: z.string(),
  order_id: z.string(),
  assessment_id: z.string(),
  type: OrderEventType,
  at: z.string(),
  code: z.string().nullable(),
  received_at: z.string(),
})
export type OrderEvent = z.infer<typeof OrderEvent>
