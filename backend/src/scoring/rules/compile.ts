import { EvaluationError, type ParseResult } from '@marcbachmann/cel-js'
import type { ListHit } from '../list-hit.ts'
import type { EvidenceValues } from '../measure.ts'
import type { PolicyRule } from '../policy.ts'
import { checkRule } from './check-rule.ts'
import { customNamespace } from './environment.ts'
import type { FieldValue } from './fields.data.ts'
import { requiredNames } from './required-names.ts'
import type { RuleFields } from './rule-fields.ts'
import { inputs, type Input } from './vocabulary.ts'

/** Everything that a rule may ask about one order. */
export interface RuleInput {
  readonly values: EvidenceValues
  readonly hits: readonly ListHit[]
  /** null: nothing but the evidence is known. */
  readonly fields: RuleFields | null
}

/** unknown: a name that it needs has no value, so it cannot be said to hold. */
export type Holding = 'holds' | 'holds_not' | 'unknown' | 'failed'

type Words = PolicyRule['words']
type Read = (input: RuleInput, words: Words) => FieldValue | bigint | undefined

interface Slot {
  readonly namespace: string
  readonly key: string
  /** Without it the rule can never hold. */
  readonly required: boolean
  readonly read: Read
}

interface Compiled {
  readonly program: ParseResult
  readonly slots: readonly Slot[]
}

const mostKept = 5_000
const kept = new Map<string, Compiled | null>()

/** The same text is the same program: compiled once, whatever revision it stands in. null: this engine cannot read it. */
function compiled(expression: string): Compiled | null {
  const known = kept.get(expression)
  if (known !== undefined) return known
  const { problems, program, reading } = checkRule(expression)
  const made = problems.length === 0 && program && reading ? { program, slots: slotsOf(reading.names, program) } : null
  if (kept.size >= mostKept) kept.clear()
  kept.set(expression, made)
  return made
}

/** Whether a rule holds for an order. Pure: it sees nothing but what is given, and cannot loop. */
export function holds({ expression, words }: Pick<PolicyRule, 'expression' | 'words'>, input: RuleInput): Holding {
  const made = compiled(expression)
  if (!made) return 'failed'
  const context = contextOf(made.slots, input, words)
  if (!context) return 'unknown'
  try {
    const answer: unknown = made.program(context)
    return answer === true ? 'holds' : answer === false ? 'holds_not' : 'failed'
  } catch (error) {
    // As in CEL, `false && x` and `true || x` are known whatever x is; only what is left over gets here.
    return error instanceof EvaluationError && error.code === 'no_such_key' ? 'unknown' : 'failed'
  }
}

type Names = Record<string, Record<string, unknown>>

/** null: a name that the rule cannot hold without has no value. Most rules end here, long before anything is evaluated. */
function contextOf(slots: readonly Slot[], input: RuleInput, words: Words): Names | null {
  const context: Names = {}
  for (const { namespace, key, required, read } of slots) {
    const names = (context[namespace] ??= {})
    const value = read(input, words)
    if (value !== undefined && value !== null) names[key] = value
    else if (required) return null
  }
  return context
}

function slotsOf(names: ReadonlySet<string>, { ast }: ParseResult): Slot[] {
  const required = requiredNames(ast)
  return [...names].map((name) => slotOf(name, required.has(name)))
}

function slotOf(name: string, required: boolean): Slot {
  const dot = name.indexOf('.')
  const [namespace, key] = [name.slice(0, dot), name.slice(dot + 1)]
  if (namespace === customNamespace) return { namespace, key, required, read: customReader(key) }
  const input = inputs.get(name)
  return { namespace, key, required, read: input ? reader(input) : () => undefined }
}

function reader(input: Input): Read {
  if ('list' in input)
    return ({ hits }) => [...new Set(hits.filter(({ list }) => list === 'watch').map(({ kind }) => kind))]
  const read: Read =
    'evidence' in input
      ? ({ values }) => values[input.evidence]
      : ({ fields }) => (fields ? input.field.read(fields) : undefined)
  return (from, words) => typed(input.type, read(from, words))
}

/** Text is kept as a keyed hash; what the rule itself names is read back from its words. */
function customReader(key: string): Read {
  return ({ fields }, words) => {
    const custom = fields?.order.custom
    if (!custom || !Object.hasOwn(custom, key)) return undefined
    const value = custom[key]
    return typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : value
  }
}

/** A stored value of the wrong type is as good as missing. CEL's whole numbers are 64 bits wide. */
function typed(type: Input['type'], value: ReturnType<Read>): ReturnType<Read> {
  switch (type) {
    case 'int':
      return Number.isSafeInteger(value) ? BigInt(value as number) : undefined
    case 'double':
      return typeof value === 'number' ? value : undefined
    case 'bool':
      return typeof value === 'boolean' ? value : undefined
    case 'string':
      return typeof value === 'string' ? value : undefined
    case 'list<string>':
      return Array.isArray(value) ? value : undefined
  }
}
