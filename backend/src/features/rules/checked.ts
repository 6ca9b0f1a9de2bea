import type { FieldProblem } from '#contract/problem.ts'
import type { RuleProblem } from '#contract/rules.ts'
import { AppError } from '../../platform/app-error.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { PolicyRule } from '../../scoring/policy.ts'
import { checkRule, mostCost } from '../../scoring/rules/check-rule.ts'

/** More than anyone can keep in mind, and few enough to be read with every order. */
export const mostRules = 100

const told = ({ code, detail, line, column, suggestion }: RuleProblem): FieldProblem => ({
  pointer: '/expression',
  code,
  detail: `Line ${line}, column ${column}: ${detail}${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`,
})

/** What an expression costs; what is wrong with it is the answer. */
export const checkedCost = (expression: string): number => {
  const { problems, reading } = checkRule(expression)
  if (problems.length === 0 && reading) return reading.cost
  throw new AppError('validation_failed', { errors: problems.map(told) })
}

/** Keyed hashes of the texts that custom inputs may be compared with. */
export const wordsOf = (keys: StoreKeys, expression: string): PolicyRule['words'] => {
  const { reading } = checkRule(expression)
  const asksCustom = [...(reading?.names ?? [])].some((name) => name.startsWith('custom_inputs.'))
  if (!asksCustom) return {}
  return Object.fromEntries([...(reading?.texts ?? [])].map((text) => [keys.digest('custom-input', text), text]))
}

const costOf = ({ expression }: PolicyRule): number => checkRule(expression).reading?.cost ?? 0

export const totalCost = (rules: readonly PolicyRule[]): number =>
  rules.filter(({ state }) => state !== 'off').reduce((total, rule) => total + costOf(rule), 0)

/** What all rules of a store cost together is limited too. */
export const withinLimits = (rules: readonly PolicyRule[]): readonly PolicyRule[] => {
  const refuse = (pointer: string, detail: string) =>
    new AppError('validation_failed', { detail, errors: [{ pointer, code: 'too_costly', detail }] })
  if (rules.length > mostRules) throw refuse('', `A store has at most ${mostRules} rules.`)
  const cost = totalCost(rules)
  if (cost <= mostCost) return rules
  throw refuse(
    '/expression',
    `All rules together may evaluate ${cost} nodes for one order; at most ${mostCost} are allowed.`,
  )
}
