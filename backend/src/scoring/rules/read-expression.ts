import type { ASTNode } from '@marcbachmann/cel-js'
import type { RuleProblem } from '#contract/rules.ts'
import { customNamespace } from './environment.ts'
import { functions } from './functions.data.ts'
import { problemAt } from './problem.ts'
import { suggestName } from './suggest.ts'
import { inputs, namespaces } from './vocabulary.ts'

/** What an expression reads and at most costs, found without evaluating it. */
export interface Reading {
  readonly names: ReadonlySet<string>
  /** Its texts, which custom inputs may be compared with. */
  readonly texts: ReadonlySet<string>
  /** Upper bound of evaluated nodes. */
  readonly cost: number
  readonly problems: readonly RuleProblem[]
}

/** A basket has at most 250 lines; there are eight kinds of identifier. */
const mostElements: Readonly<Record<string, number>> = { 'basket.categories': 250, 'lists.watch': 8 }
/** Looking through a text of at most 320 characters takes as long as a few nodes. */
const textCost = 4
const customName = /^[a-z][a-z0-9_]{0,59}$/
const offered = new Set<string>(functions.map(({ name }) => name))
const loops = new Set(['exists', 'all'])

type Scope = ReadonlySet<string>

/** What was found so far. */
interface Found {
  readonly text: string
  readonly names: Set<string>
  readonly texts: Set<string>
  readonly problems: RuleProblem[]
}

/** Walks the tree once; every operation that is not named here is refused. */
export function readExpression(text: string, root: ASTNode): Reading {
  const found: Found = { text, names: new Set(), texts: new Set(), problems: [] }
  const cost = walk(found, root, new Set())
  return { ...found, cost }
}

/** Upper bound of the nodes that this one evaluates. */
function walk(found: Found, node: ASTNode, scope: Scope): number {
  switch (node.op) {
    case 'value':
      return literal(found, node, node.args)
    case 'id':
      return bare(found, node, node.args, scope)
    case '.':
      return member(found, node, node.args, scope)
    case 'list':
      return 1 + sum(found, node.args, scope)
    case '!_':
    case '-_':
      return 1 + walk(found, node.args, scope)
    case 'in':
      return 1 + elementsOf(node.args[1]) + sum(found, node.args, scope)
    case '?:':
    case '&&':
    case '||':
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return 1 + sum(found, node.args, scope)
    case 'call':
      return call(found, node, { name: node.args[0], receiver: null, parts: node.args[1] }, scope)
    case 'rcall':
      return call(found, node, { name: node.args[0], receiver: node.args[1], parts: node.args[2] }, scope)
    default:
      return refuse(found, node, 'not_offered', 'Brackets after a name, maps and optional values are not offered here.')
  }
}

const sum = (found: Found, nodes: readonly ASTNode[], scope: Scope) =>
  nodes.reduce((total, node) => total + walk(found, node, scope), 0)

function refuse(
  { text, problems }: Found,
  node: ASTNode,
  code: RuleProblem['code'],
  detail: string,
  suggestion: string | null = null,
) {
  problems.push(problemAt(text, { code, detail, from: node.start, to: node.end, suggestion }))
  return 0
}

function literal(found: Found, node: ASTNode, value: unknown): number {
  if (value === null) return refuse(found, node, 'not_offered', 'Ask has(name) instead of comparing with null.')
  if (!['string', 'number', 'bigint', 'boolean'].includes(typeof value)) {
    return refuse(found, node, 'not_offered', 'Only texts, numbers, true and false can be written.')
  }
  if (typeof value === 'string') found.texts.add(value)
  return 1
}

function bare(found: Found, node: ASTNode, name: string, scope: Scope): number {
  if (scope.has(name)) return 1
  const members = namespaces.get(name) ?? (name === customNamespace ? [] : undefined)
  if (!members) return refuse(found, node, 'unknown_name', `There is no name ${name}.`, suggestName(name))
  const example = members[0]?.name ?? 'custom_inputs.loyalty_tier'
  return refuse(found, node, 'unknown_name', `${name} is a group of names, such as ${example}.`)
}

function member(found: Found, node: ASTNode, [left, key]: readonly [ASTNode, string], scope: Scope): number {
  if (left.op !== 'id' || scope.has(left.args)) {
    return refuse(found, node, 'not_offered', 'Names have two parts, such as order.amount.')
  }
  const name = `${left.args}.${key}`
  const isKnown = left.args === customNamespace ? customName.test(key) : inputs.has(name)
  if (!isKnown) return refuse(found, node, 'unknown_name', `There is no name ${name}.`, suggestName(name))
  found.names.add(name)
  return 1
}

interface Call {
  readonly name: string
  readonly receiver: ASTNode | null
  readonly parts: readonly ASTNode[]
}

function call(found: Found, node: ASTNode, { name, receiver, parts }: Call, scope: Scope): number {
  if (!offered.has(name)) return refuse(found, node, 'not_offered', `${name} is not offered here.`)
  if (receiver && loops.has(name)) return loop(found, node, { range: receiver, parts }, scope)
  return textCost + sum(found, receiver ? [receiver, ...parts] : parts, scope)
}

interface Loop {
  readonly range: ASTNode
  readonly parts: readonly ASTNode[]
}

function loop(found: Found, node: ASTNode, { range, parts: [variable, body] }: Loop, scope: Scope): number {
  if (!variable || !body || variable.op !== 'id') {
    return refuse(found, node, 'not_offered', 'Write it as list.exists(x, condition over x).')
  }
  const inside = new Set([...scope, variable.args])
  return 1 + walk(found, range, scope) + elementsOf(range) * walk(found, body, inside)
}

/** How many entries a list may have. */
function elementsOf(node: ASTNode): number {
  if (node.op === 'list') return node.args.length
  if (node.op === '?:') return Math.max(elementsOf(node.args[1]), elementsOf(node.args[2]))
  if (node.op === '.' && node.args[0].op === 'id') return mostElements[`${node.args[0].args}.${node.args[1]}`] ?? 1
  return 1
}
