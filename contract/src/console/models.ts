import { z } from 'zod'
import { ReasonScope } from '../assessment.ts'

/** Cash on delivery is its own question with its own scorecard: bad is a refused delivery. */
export const ModelCard = z.enum(['standard', 'cod'])
export type ModelCard = z.infer<typeof ModelCard>

/** scorecard: expert points alone. Each level is used only once it beat the one before on later orders. */
export const ModelLevel = z.enum(['scorecard', 'network', 'store', 'calibrated'])
export type ModelLevel = z.infer<typeof ModelLevel>

/** champion: decides. challenger: scores beside it without acting. former: decided once. retired: never did. */
export const ModelState = z.enum(['champion', 'challenger', 'former', 'retired'])
export type ModelState = z.infer<typeof ModelState>

/** How well a score ranks and how true its stated odds are, on orders it was not trained on. Null: too few to say. */
export const ModelMeasures = z.object({
  orders: z.number().int(),
  bad: z.number().int(),
  /** Chance that a bad order is ranked below a good one, 0.5 to 1. */
  auc: z.number().nullable(),
  /** Share of bad orders found when 1 % or 5 % of good ones are stopped. */
  recall_at_1: z.number().nullable(),
  recall_at_5: z.number().nullable(),
  /** How many times more bad orders the riskiest fifth holds than chance would. */
  lift_at_20: z.number().nullable(),
  log_loss: z.number().nullable(),
  /** Bad orders stated over bad orders seen; 1 is true odds. */
  stated_over_seen: z.number().nullable(),
})
export type ModelMeasures = z.infer<typeof ModelMeasures>

/** One condition of the promotion gate, in a sentence that holds its numbers. */
export const GateCheck = z.object({
  name: z.enum(['enough_orders', 'ranking', 'calibration', 'decisions_changed', 'groups', 'shadow']),
  outcome: z.enum(['passed', 'failed', 'waiting']),
  text: z.string(),
})
export type GateCheck = z.infer<typeof GateCheck>
export const GateResult = z.object({ outcome: z.enum(['passed', 'failed', 'waiting']), checks: z.array(GateCheck) })
export type GateResult = z.infer<typeof GateResult>

export const ModelRow = z.object({
  id: z.string(),
  /** Counts up per store and card. */
  number: z.number().int(),
  card: ModelCard,
  level: ModelLevel,
  state: ModelState,
  created_at: z.string(),
  /** Labels known by then were used, none later. */
  cut: z.string(),
  trained_on: z.object({ orders: z.number().int(), bad: z.number().int() }),
  base: z.number().int(),
  hash: z.string(),
  measures: ModelMeasures,
  gate: GateResult,
  promoted_at: z.string().nullable(),
  /** A person's name, or null when the gate did it. */
  promoted_by: z.string().nullable(),
})
export type ModelRow = z.infer<typeof ModelRow>

export const Training = z.object({
  state: z.enum(['idle', 'asked', 'running', 'done', 'failed']),
  /** 0 to 1. */
  progress: z.number(),
  /** What is being done, or what came of it, in one sentence. */
  text: z.string(),
  asked_at: z.string().nullable(),
  finished_at: z.string().nullable(),
})
export type Training = z.infer<typeof Training>

export const DriftState = z.enum(['calm', 'moved', 'far', 'unknown'])
/** Population stability of one evidence, the last 14 days against the orders the champion was trained on. */
export const DriftRow = z.object({
  evidence: z.string(),
  title: z.string(),
  /** Under 0.1 is calm, from 0.25 far. */
  stability: z.number(),
  state: DriftState,
})
export type DriftRow = z.infer<typeof DriftRow>

/** GET …/models */
export const Models = z.object({
  /** Newest first; versions of both cards. */
  versions: z.array(ModelRow),
  cards: z.array(
    z.object({
      card: ModelCard,
      /** Null: the expert scorecard decides alone. */
      champion: z.string().nullable(),
      challenger: z.string().nullable(),
      /** What "return" goes back to: a version, or null for the expert scorecard. Absent: nothing to return to. */
      returns_to: z.object({ id: z.string().nullable(), text: z.string() }).nullable(),
      base: z.number().int(),
      labels: z.object({ bad: z.number().int(), good: z.number().int() }),
      /** Labels of both kinds that a first model needs. */
      needs: z.object({ bad: z.number().int(), good: z.number().int() }),
    }),
  ),
  /** Whether a challenger that passes the gate is promoted without a person. */
  automatic: z.boolean(),
  training: Training,
  drift: z.object({ at: z.string().nullable(), state: DriftState, rows: z.array(DriftRow) }),
  /** Chargebacks and fraud labels on orders of the last 30 days. */
  chargebacks: z.object({
    from: z.string(),
    to: z.string(),
    orders: z.number().int(),
    bad_orders: z.number().int(),
    order_share: z.number().nullable(),
    /** Per currency, largest first. Sums never mix currencies. */
    value: z.array(
      z.object({ currency: z.string(), amount: z.number().int(), bad_amount: z.number().int(), share: z.number() }),
    ),
  }),
})
export type Models = z.infer<typeof Models>

/** One step of a curve: values from `from` (inclusive) up to the next, or one category. */
export const CurveStep = z.object({
  /** Null: below every edge, or a category. */
  from: z.number().nullable(),
  label: z.string(),
  expert: z.number(),
  correction: z.number(),
  /** What the evidence is worth in this bin, alone in its family. */
  points: z.number(),
  orders: z.number().int(),
  bad: z.number().int(),
})
export type CurveStep = z.infer<typeof CurveStep>

export const EvidenceCurve = z.object({
  evidence: z.string(),
  title: z.string(),
  scope: ReasonScope,
  family: z.string(),
  direction: z.enum(['more-is-worse', 'more-is-better', 'none']),
  unit: z.string(),
  custom: z.boolean(),
  steps: z.array(CurveStep),
  missing: CurveStep,
  /** How much it separates: information value over its bins. Largest first in the card. */
  separates: z.number(),
  /** Largest difference to the version before, in points. */
  moved: z.number(),
})
export type EvidenceCurve = z.infer<typeof EvidenceCurve>

/** Points of a line to be drawn; both axes are shares, 0 to 1. */
export const CurvePoint = z.object({ x: z.number(), y: z.number() })
export const CalibrationBin = z.object({
  score_from: z.number(),
  score_to: z.number(),
  orders: z.number().int(),
  bad: z.number().int(),
  stated: z.number(),
  seen: z.number(),
  /** 95 % interval of what was seen. */
  low: z.number(),
  high: z.number(),
})
export type CalibrationBin = z.infer<typeof CalibrationBin>

export const RankedScore = z.object({
  name: z.enum(['scorecard', 'champion', 'model']),
  measures: ModelMeasures,
  /** Share of good orders stopped against share of bad orders found. */
  ranking: z.array(CurvePoint),
  calibration: z.array(CalibrationBin),
})
export type RankedScore = z.infer<typeof RankedScore>

/** GET …/models/:id: the model card. */
export const ModelDetail = z.object({
  model: ModelRow,
  /** What it is for and what it saw, in sentences a merchant can read. */
  about: z.array(z.string()),
  /** On the same later orders, none of which was trained on. */
  scores: z.array(RankedScore),
  learning_curve: z.array(
    z.object({ orders: z.number().int(), bad: z.number().int(), auc: z.number().nullable(), log_loss: z.number() }),
  ),
  curves: z.array(EvidenceCurve),
  /** Orders without an outcome are left out of training. */
  left_out: z.object({ declined: z.number().int(), unknown: z.number().int(), share: z.number() }),
  shadow: z
    .object({
      orders: z.number().int(),
      changed: z.number().int(),
      /** How many orders each change of decision met, e.g. approve to review. */
      changes: z.array(z.object({ from: z.string(), to: z.string(), orders: z.number().int() })),
    })
    .nullable(),
  /** Groups of orders on which the gate compared it: by payment method and amount. */
  groups: z.array(
    z.object({
      name: z.string(),
      orders: z.number().int(),
      bad: z.number().int(),
      before: z.number(),
      after: z.number(),
    }),
  ),
})
export type ModelDetail = z.infer<typeof ModelDetail>

/** POST …/models/:id/promote. A version that has not passed the gate needs `override`. */
export const Promotion = z.object({ override: z.boolean().default(false) })
export type Promotion = z.infer<typeof Promotion>
/** POST …/models/return: the version, or the scorecard, that decided before. One click. */
export const ModelReturn = z.object({ card: ModelCard })
export type ModelReturn = z.infer<typeof ModelReturn>
/** PATCH …/models. POST …/models/train has no body; its progress is polled at GET …/models/training. */
export const ModelSettings = z.object({ automatic: z.boolean() })
export type ModelSettings = z.infer<typeof ModelSettings>
