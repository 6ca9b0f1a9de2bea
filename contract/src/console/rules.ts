import { z } from 'zod'
import { Rule, RuleAction, RuleProblem } from '../rules.ts'

/** GET …/rules. Rules are shared by test and live mode; `matched` counts the orders of the mode in the path. */
export const RuleRow = Rule.extend({
  /** Orders of the last 30 days; null until the first was counted. */
  matched: z.object({ orders: z.number().int(), failed: z.number().int() }).nullable(),
})
export type RuleRow = z.infer<typeof RuleRow>
export const RuleRows = z.object({
  data: z.array(RuleRow),
  policy_revision: z.string(),
  /** Cost of all rules that are live or in shadow, and what it may be. */
  cost: z.object({ total: z.number().int(), most: z.number().int(), most_per_rule: z.number().int() }),
})
export type RuleRows = z.infer<typeof RuleRows>

/** POST …/rules/check: while one types. Answers 200 also for an expression that does not hold. */
export const RuleDraft = z.object({ expression: z.string().max(8000) })
export const RuleCheck = z.object({
  valid: z.boolean(),
  problems: z.array(RuleProblem),
  /** Upper bound of the nodes one evaluation visits; null while it cannot be read. */
  cost: z.number().int().nullable(),
  most: z.number().int(),
  /** Names of the vocabulary that it reads. */
  names: z.array(z.string()),
})
export type RuleCheck = z.infer<typeof RuleCheck>

export const vocabularyTypes = ['int', 'double', 'bool', 'string', 'list<string>', 'dyn'] as const

/** GET …/rules/vocabulary: what completion offers. */
export const VocabularyName = z.object({
  /** e.g. device.emails_24h */
  name: z.string(),
  type: z.enum(vocabularyTypes),
  /** evidence: measured by us. field: sent with the order. list: on which lists it is. custom: the store's own input. */
  source: z.enum(['evidence', 'field', 'list', 'custom']),
  title: z.string(),
  unit: z.string().nullable(),
  /** Values of a choice. */
  choices: z.array(z.string()).nullable(),
  /** When it has no value; a condition over it then does not hold. */
  missing: z.string().nullable(),
})
export type VocabularyName = z.infer<typeof VocabularyName>
export const Vocabulary = z.object({
  names: z.array(VocabularyName),
  functions: z.array(z.object({ name: z.string(), signature: z.string(), title: z.string() })),
  operators: z.array(z.object({ text: z.string(), title: z.string() })),
})
export type Vocabulary = z.infer<typeof Vocabulary>

/** GET …/rules/templates */
export const RuleTemplate = z.object({
  id: z.string(),
  name: z.string(),
  /** What it is against, in one sentence. */
  why: z.string(),
  expression: z.string(),
  action: RuleAction,
})
export type RuleTemplate = z.infer<typeof RuleTemplate>
export const RuleTemplates = z.object({ data: z.array(RuleTemplate) })
export type RuleTemplates = z.infer<typeof RuleTemplates>
