import { z } from 'zod'
import { Decision } from '../assessment.ts'
import { Author, RuleAction } from '../rules.ts'

export const cardNames = ['standard', 'cod'] as const
/** standard: fraud, 70 is 1%. cod: cash on delivery, refusals, 70 is 10%. */
export const CardName = z.enum(cardNames)
export type CardName = z.infer<typeof CardName>

/** Whole numbers from 0 to 100, decline at most as high as review. */
export const Thresholds = z.object({
  review: z.number().int().min(0).max(100),
  decline: z.number().int().min(0).max(100),
})
export type Thresholds = z.infer<typeof Thresholds>

export const CardView = z.object({
  /** Where every order starts. */
  base: z.number().int(),
  thresholds: Thresholds,
  /** Id of the learned model; null: the expert scorecard. */
  model: z.string().nullable(),
})
export type CardView = z.infer<typeof CardView>

/** Share of the orders that the score would decline and that are let through all the same, so that learning sees what it stops. */
export const ControlShare = z.object({
  /** 0 to 0.02 */
  share: z.number().min(0).max(0.02),
  /** Largest amount per currency, in minor units; orders in other currencies are never let through. */
  at_most: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().int().min(0)),
})
export type ControlShare = z.infer<typeof ControlShare>

/** GET …/policy. Shared by test and live. */
export const PolicyView = z.object({
  revision: z.string(),
  changed_at: z.string(),
  author: Author.nullable(),
  /** shadow: everything is computed, every decision is approve, and `would_decide` says the rest. */
  plan: z.enum(['acting', 'shadow']),
  control: ControlShare.nullable(),
  cards: z.object({ standard: CardView, cod: CardView }),
  evidence: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      family: z.string(),
      scope: z.string(),
      on: z.boolean(),
      /** 0 to 3; its expert points are multiplied by it. */
      weight: z.number(),
    }),
  ),
  rules: z.object({ live: z.number().int(), shadow: z.number().int(), off: z.number().int() }),
})
export type PolicyView = z.infer<typeof PolicyView>

/** PATCH …/policy: only what is sent is changed. A base comes from the store's labels and is not set by hand. */
export const PolicyChange = z
  .object({
    plan: z.enum(['acting', 'shadow']),
    control: ControlShare.nullable(),
    thresholds: z.object({ standard: Thresholds, cod: Thresholds }).partial(),
    /** By evidence name; only those named are changed. */
    evidence: z.record(z.string(), z.object({ on: z.boolean(), weight: z.number().min(0).max(3) }).partial()),
  })
  .partial()
export type PolicyChange = z.infer<typeof PolicyChange>

/** GET …/policy/revisions, newest first. */
export const PolicyRevision = z.object({
  revision: z.string(),
  at: z.string(),
  author: Author.nullable(),
  /** One sentence per change, e.g. "Review below 45 instead of 40". */
  changes: z.array(z.string()),
})
export type PolicyRevision = z.infer<typeof PolicyRevision>
export const PolicyRevisions = z.object({ data: z.array(PolicyRevision) })
export type PolicyRevisions = z.infer<typeof PolicyRevisions>

/**
 * POST …/policy/backtest: what past orders would have become. `rule` adds one rule, or stands in for the one of that
 * id; `thresholds` and `policy` change the policy in force. Only what is sent differs.
 */
export const BacktestRequest = z.object({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Newest first; at most this many orders are read. */
  most: z.number().int().min(1).max(200_000).default(100_000),
  rule: z
    .object({ id: z.string().max(60).optional(), expression: z.string().max(2000), action: RuleAction })
    .optional(),
  thresholds: z.object({ standard: Thresholds, cod: Thresholds }).partial().optional(),
  policy: PolicyChange.omit({ thresholds: true, control: true }).optional(),
})
export type BacktestRequest = z.infer<typeof BacktestRequest>

const Money = z.record(z.string(), z.number().int())
const Counted = z.object({ orders: z.number().int(), amount: Money })
export type BacktestCounted = z.infer<typeof Counted>

export const BacktestSample = z.object({
  id: z.string(),
  order_id: z.string(),
  created_at: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  outcome: z.enum(['bad', 'good', 'unknown']),
  before: Decision,
  after: Decision,
  score_before: z.number().int(),
  score_after: z.number().int(),
})
export type BacktestSample = z.infer<typeof BacktestSample>

/** Server-sent events of …/policy/backtest: any number of `progress`, then one `result` or one `failed`. */
export const BacktestProgress = z.object({ read: z.number().int(), total: z.number().int() })
export type BacktestProgress = z.infer<typeof BacktestProgress>
export const BacktestResult = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  orders: z.number().int(),
  /** Orders whose outcome is known today. */
  outcomes: z.object({ bad: z.number().int(), good: z.number().int(), unknown: z.number().int() }),
  /** Of a rule: orders for which it holds, and for which it could not be computed. */
  matched: Counted.nullable(),
  failed: z.number().int(),
  /** Decision before (policy in force) and after, e.g. { "approve>review": 12 }; only what changed. */
  changed: z.record(z.string(), z.number().int()),
  /** "Stopped" is reviewed or declined. */
  before: z.object({ fraud_stopped: Counted, good_stopped: Counted, stopped: Counted, declined: Counted }),
  after: z.object({ fraud_stopped: Counted, good_stopped: Counted, stopped: Counted, declined: Counted }),
  /** Newly caught, newly missed, newly stopped good customers, newly freed good customers. */
  difference: z.object({ caught: Counted, missed: Counted, good_stopped: Counted, good_freed: Counted }),
  samples: z.array(BacktestSample),
  took_ms: z.number().int(),
})
export type BacktestResult = z.infer<typeof BacktestResult>
/** `failed`: one sentence. */

/** GET …/policy/advice */
export const AdviceQuery = z.object({
  card: CardName.default('standard'),
  /** What the store keeps of a good order, as a share of its amount. */
  margin: z.coerce.number().min(0).max(1).default(0.3),
  /** What one bad order costs beside its goods, in minor units: fee, postage, work. */
  cost: z.coerce.number().int().min(0).max(1_000_000).default(2000),
  /** What one review costs, in minor units. */
  review_cost: z.coerce.number().int().min(0).max(1_000_000).default(300),
  /** Share of bad orders that a review finds. */
  review_finds: z.coerce.number().min(0).max(1).default(0.8),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
})
export type AdviceQuery = z.infer<typeof AdviceQuery>

const AdvicePoint = z.object({
  threshold: z.number().int(),
  /** Cost per 1,000 orders in minor units, with the middle 90% of 200 resamplings. */
  cost: z.number(),
  low: z.number(),
  high: z.number(),
})
const AdvicePart = z.object({
  now: z.number().int(),
  best: z.number().int(),
  /** Best thresholds of the middle 90% of resamplings. */
  from: z.number().int(),
  to: z.number().int(),
  /** Minor units per 1,000 orders against the threshold of now; 0 when it is best already. */
  saved: z.number(),
  curve: z.array(AdvicePoint),
})
export const Advice = z.object({
  card: CardName,
  currency: z.string(),
  orders: z.number().int(),
  bad: z.number().int(),
  good: z.number().int(),
  /** Too few outcomes to advise: fewer than 20 bad or 100 good orders. The curves are then shown without a best point. */
  enough: z.boolean(),
  decline: AdvicePart,
  review: AdvicePart,
})
export type Advice = z.infer<typeof Advice>
