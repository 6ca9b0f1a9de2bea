import { z } from 'zod'
import { Label, LabelName, Outcome } from '../labels.ts'
import { OrderEvent } from '../order-events.ts'
import { Rescored } from '../rescored.ts'
import { Review } from '../reviews.ts'

/** POST …/orders/:id/labels, by assessment id. Answered with an OrderHistory. */
export const LabelOrder = z.object({
  label: LabelName,
  reason_code: z
    .string()
    .regex(/^[\w.:/ -]{1,40}$/)
    .optional(),
})
export type LabelOrder = z.infer<typeof LabelOrder>

/** GET …/orders/:id/history: what became of the order after its verdict. All lists newest first. */
export const OrderHistory = z.object({
  outcome: Outcome,
  labels: z.array(Label),
  events: z.array(OrderEvent),
  rescored: z.array(Rescored),
  review: Review.nullable(),
})
export type OrderHistory = z.infer<typeof OrderHistory>

/** GET …/outcomes: what is known of the store's orders, and the base that follows from it. */
export const OutcomesSummary = z.object({
  standard: z.object({ bad: z.number().int(), good: z.number().int(), base: z.number().int() }),
  cod: z.object({ bad: z.number().int(), good: z.number().int(), base: z.number().int() }),
  maturity_days: z.number().int(),
  labels_30d: z.number().int(),
})
export type OutcomesSummary = z.infer<typeof OutcomesSummary>

/** GET …/labels: newest first; filters of LabelQuery. POST …/labels: the body of POST /v1/labels, or text/csv. */
export { LabelBatch, LabelQuery, Labels, LabelsReply } from '../labels.ts'
export { Rescored } from '../rescored.ts'
