import { z } from 'zod'
import { listOf, PageQuery } from './list.ts'

/**
 * fraud, and chargeback with a fraud reason: bad. not_fraud: good at once. refused_delivery: bad for cash on delivery.
 * suspected_fraud, and chargeback with any other reason: shown and counted, learned from by nobody. clear: withdraws what
 * was told before.
 */
export const labelNames = ['fraud', 'chargeback', 'refused_delivery', 'not_fraud', 'suspected_fraud', 'clear'] as const
export const LabelName = z.enum(labelNames)
export type LabelName = z.infer<typeof LabelName>

/** Who knows it. `review`: a person in the review queue. */
export const labelSources = [
  'merchant',
  'customer',
  'processor',
  'issuer',
  'dispute',
  'carrier',
  'import',
  'review',
] as const
export const LabelSource = z.enum(labelSources)
export type LabelSource = z.infer<typeof LabelSource>

/** What an order is known to be. pending: nothing is known yet, and silence has not lasted long enough. */
export const outcomeNames = ['bad', 'good', 'unknown', 'pending'] as const
export const OutcomeName = z.enum(outcomeNames)
export type OutcomeName = z.infer<typeof OutcomeName>

const time = z.iso.datetime({ offset: true })

/** One of `order_id` and `assessment_id`; an assessment stands for its whole order. */
export const LabelRequest = z.object({
  order_id: z.string().min(1).max(120).optional(),
  assessment_id: z.string().min(1).max(60).optional(),
  label: LabelName,
  source: LabelSource.default('merchant'),
  /** As the card network or the payment provider gave it: 10.4, 4837, fraudulent. */
  reason_code: z
    .string()
    .regex(/^[\w.:/ -]{1,40}$/)
    .optional(),
  /** When it happened. */
  occurred_at: time.optional(),
  /** When the store learned of it: now, when left out. Nothing is learned from a label before this time. */
  known_at: time.optional(),
})
export type LabelRequest = z.infer<typeof LabelRequest>

export const mostLabelsAtOnce = 500
/** Items are read one by one, so that a mistyped one does not sink the others. */
export const LabelBatch = z.object({ labels: z.array(z.unknown()).min(1).max(mostLabelsAtOnce) })

export const Label = z.object({
  id: z.string(),
  order_id: z.string(),
  /** The attempt that was named, or the newest one. */
  assessment_id: z.string(),
  label: LabelName,
  source: LabelSource,
  reason_code: z.string().nullable(),
  /** What this label alone says about the order. */
  means: z.enum(['bad', 'good', 'refused', 'nothing', 'withdrawn']),
  occurred_at: z.string().nullable(),
  known_at: z.string(),
  received_at: z.string(),
  /** The key or person who told it. */
  told_by: z.string(),
})
export type Label = z.infer<typeof Label>

/** The order after the label. */
export const Outcome = z.object({
  order_id: z.string(),
  outcome: OutcomeName,
  /** label, silence, or what keeps silence from counting. */
  because: z.enum(['label', 'silence', 'declined', 'cancelled', 'waiting']),
  /** When it became known; null while nothing is. */
  known_at: z.string().nullable(),
  /** When silence will count as good; null when it will not, or does already. */
  good_at: z.string().nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/** recorded: new. unchanged: the same label was told before and still stands. */
export const LabelResult = Outcome.extend({ status: z.enum(['recorded', 'unchanged']), label: Label })
export type LabelResult = z.infer<typeof LabelResult>

export const LabelRefusal = z.object({
  status: z.literal('refused'),
  code: z.enum(['not_found', 'validation_failed']),
  detail: z.string(),
  /** JSON pointer into the request; for CSV the line and the column. */
  pointer: z.string(),
})
/** One answer per item, in their order. */
export const LabelBatchReply = z.object({
  data: z.array(z.union([LabelResult, LabelRefusal])),
  recorded: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
})
export type LabelBatchReply = z.infer<typeof LabelBatchReply>

/** A single label is answered as one, a batch and CSV per item. */
export const LabelsReply = z.union([LabelResult, LabelBatchReply])
export type LabelsReply = z.infer<typeof LabelsReply>

export const LabelQuery = PageQuery.extend({
  order_id: z.string().max(120).optional(),
  assessment_id: z.string().max(60).optional(),
  label: LabelName.optional(),
})
export const Labels = listOf(Label)
export type Labels = z.infer<typeof Labels>
