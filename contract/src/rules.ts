import { z } from 'zod'
import { listOf } from './list.ts'

/** What a rule does when it holds. Strongest first: allow, block, review; points count towards the score instead. */
export const RuleAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('allow') }),
  z.object({ type: z.literal('block') }),
  z.object({ type: z.literal('review') }),
  /** Added to the sum and listed among the reasons; a loss is negative. */
  z.object({ type: z.literal('points'), points: z.number().int().min(-100).max(100) }),
])
export type RuleAction = z.infer<typeof RuleAction>

/** live acts; shadow is computed and counted and does nothing; off is kept and not computed. */
export const ruleStates = ['live', 'shadow', 'off'] as const
export const RuleState = z.enum(ruleStates)
export type RuleState = z.infer<typeof RuleState>

const name = z.string().trim().min(1).max(48)
const expression = z.string().trim().min(1).max(2000)

/**
 * POST /v1/rules. A new rule is in shadow unless it says otherwise, and the last in order. Unknown fields are read too:
 * a card number is refused in any of them.
 */
export const NewRule = z.looseObject({
  name,
  expression,
  action: RuleAction,
  state: RuleState.default('shadow'),
  /** Place among the rules, from 1. */
  order: z.number().int().min(1).max(1000).optional(),
})
export type NewRule = z.infer<typeof NewRule>

/** PATCH /v1/rules/:id: only what is sent is changed. */
export const RuleChange = z
  .looseObject({ name, expression, action: RuleAction, state: RuleState, order: z.number().int().min(1).max(1000) })
  .partial()
  .refine(
    ({ name: called, expression: text, action, state, order }) =>
      [called, text, action, state, order].some((field) => field !== undefined),
    'Say what to change: name, expression, action, state or order.',
  )
export type RuleChange = z.infer<typeof RuleChange>

export const Author = z.object({
  type: z.enum(['person', 'key', 'operator', 'worker', 'anyone']),
  id: z.string().nullable(),
  /** Of a person. */
  name: z.string().nullable(),
})
export type Author = z.infer<typeof Author>

export const Rule = z.object({
  id: z.string(),
  name: z.string(),
  /** CEL over the names of docs/rules.md; it must answer true or false. */
  expression: z.string(),
  action: RuleAction,
  state: RuleState,
  order: z.number().int(),
  version: z.number().int(),
  /** Upper bound of the nodes that one evaluation visits. */
  cost: z.number().int(),
  created_at: z.string(),
  updated_at: z.string(),
  author: Author,
  /** The policy that holds this version first. */
  policy_revision: z.string(),
})
export type Rule = z.infer<typeof Rule>
/** GET /v1/rules, in their order. */
export const Rules = listOf(Rule)
export type Rules = z.infer<typeof Rules>

export const RemovedRule = z.object({ id: z.string(), removed: z.literal(true), policy_revision: z.string() })
export type RemovedRule = z.infer<typeof RemovedRule>

/** What changed between two versions; text is told in pieces. */
export const RuleDifference = z.object({
  field: z.enum(['name', 'expression', 'action', 'state', 'order', 'removed']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  pieces: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
})
export type RuleDifference = z.infer<typeof RuleDifference>

/** GET /v1/rules/:id/versions, newest first. */
export const RuleVersion = z.object({
  rule_id: z.string(),
  version: z.number().int(),
  at: z.string(),
  author: Author,
  policy_revision: z.string(),
  name: z.string(),
  expression: z.string(),
  action: RuleAction,
  state: RuleState,
  order: z.number().int(),
  removed: z.boolean(),
  /** Against the version before; everything is added in the first. */
  differences: z.array(RuleDifference),
})
export type RuleVersion = z.infer<typeof RuleVersion>
export const RuleVersions = listOf(RuleVersion)
export type RuleVersions = z.infer<typeof RuleVersions>

export const ruleProblemCodes = [
  'syntax',
  'unknown_name',
  'type',
  'not_offered',
  'not_a_condition',
  'too_costly',
  'too_long',
] as const

/** What is wrong with an expression, and where. Positions count UTF-16 units from 0; line and column from 1. */
export const RuleProblem = z.object({
  code: z.enum(ruleProblemCodes),
  detail: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  line: z.number().int(),
  column: z.number().int(),
  /** What may have been meant. */
  suggestion: z.string().nullable(),
})
export type RuleProblem = z.infer<typeof RuleProblem>
