import { ParseError, TypeError as CelTypeError, type ParseResult } from '@marcbachmann/cel-js'
import type { RuleProblem } from '#contract/rules.ts'
import { environment, mostLength } from './environment.ts'
import { problemAt } from './problem.ts'
import { readExpression, type Reading } from './read-expression.ts'
import { suggestOperator } from './suggest.ts'

/** Evaluated nodes of one rule, and of all rules of a store together. A node takes well under a microsecond. */
export const mostCostPerRule = 5_000
export const mostCost = 20_000

export interface Checked {
  readonly problems: readonly RuleProblem[]
  /** null when it could not be read at all. */
  readonly reading: Reading | null
  readonly program: ParseResult | null
}

/** Everything that can be wrong with an expression, found before it is saved. */
export function checkRule(text: string): Checked {
  if (text.length > mostLength) {
    const detail = `An expression has at most ${mostLength} characters.`
    return unread([problemAt(text, { code: 'too_long', detail, from: mostLength, to: text.length, suggestion: null })])
  }
  const program = parsed(text)
  if (!('ast' in program)) return unread([program])
  const reading = readExpression(text, program.ast)
  const problems =
    reading.problems.length > 0 ? reading.problems : [...typeProblems(text, program), ...costProblems(text, reading)]
  return { problems, reading, program }
}

const unread = (problems: readonly RuleProblem[]): Checked => ({ problems, reading: null, program: null })

function parsed(text: string): ParseResult | RuleProblem {
  try {
    return environment.parse(text)
  } catch (error) {
    if (error instanceof ParseError) return syntaxProblem(text, error)
    // Macros refuse their arguments with errors of their own.
    const detail = error instanceof Error ? sentence(error.message) : 'It cannot be read.'
    return problemAt(text, { code: 'syntax', detail, from: 0, to: text.length, suggestion: null })
  }
}

function syntaxProblem(text: string, { summary, range }: ParseError): RuleProblem {
  const from = range?.start ?? text.length
  const isEnd = from >= text.trimEnd().length
  const detail =
    text.trim() === '' ? 'Nothing is written yet.' : isEnd ? 'Something is missing at the end.' : sentence(summary)
  return problemAt(text, {
    code: 'syntax',
    detail,
    from,
    to: range?.end ?? from,
    suggestion: suggestOperator(text, from),
  })
}

function typeProblems(text: string, program: ParseResult): RuleProblem[] {
  const { valid, type = '', error } = program.check()
  const whole = { from: 0, to: text.length, suggestion: null }
  if (valid) {
    if (type === 'bool' || type === 'dyn') return []
    return [
      problemAt(text, {
        code: 'not_a_condition',
        detail: `It answers ${typeWords[type] ?? type}, not true or false.`,
        ...whole,
      }),
    ]
  }
  const range = error instanceof CelTypeError ? error.range : undefined
  const place = range ? { ...whole, from: range.start, to: range.end } : whole
  return [problemAt(text, { code: 'type', detail: typeSentence(error?.summary ?? ''), ...place })]
}

const typeWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  double: 'a number',
  string: 'a text',
  bool: 'true or false',
  list: 'a list',
  'list<string>': 'a list of texts',
}

/** "no such overload: string > int" says little to a merchant. */
function typeSentence(summary: string): string {
  const binary = /^no such overload: (\S+) (\S+) (\S+)$/.exec(summary)
  if (!binary) return sentence(summary)
  const [, left = '', operator = '', right = ''] = binary
  return `${operator} does not go between ${typeWords[left] ?? left} and ${typeWords[right] ?? right}.`
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`

function costProblems(text: string, { cost }: Reading): RuleProblem[] {
  if (cost <= mostCostPerRule) return []
  const detail = `It may evaluate ${cost} nodes for one order; at most ${mostCostPerRule} are allowed.`
  return [problemAt(text, { code: 'too_costly', detail, from: 0, to: text.length, suggestion: null })]
}
