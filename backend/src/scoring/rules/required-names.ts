import type { ASTNode } from '@marcbachmann/cel-js'

/** Names without which an expression can never be true, and never false: evaluating it would only tell that it is unknown. */
interface Required {
  readonly forTrue: ReadonlySet<string>
  readonly forFalse: ReadonlySet<string>
}
type Names = ReadonlySet<string>

const none: Names = new Set()
const union = (...sets: readonly Names[]): Names => new Set(sets.flatMap((set) => [...set]))
const common = (one: Names, other: Names): Names => new Set([...one].filter((name) => other.has(name)))
const always = (names: Names): Required => ({ forTrue: names, forFalse: names })
/** Whatever it answers, it must answer. */
const known = ({ forTrue, forFalse }: Required): Names => common(forTrue, forFalse)

/** Names that must have a value for the expression to be true. Loops and `has` ask for none inside. */
export const requiredNames = (root: ASTNode): Names => required(root).forTrue

function required(node: ASTNode): Required {
  switch (node.op) {
    case '.':
      return always(node.args[0].op === 'id' ? new Set([`${node.args[0].args}.${node.args[1]}`]) : none)
    case '!_': {
      const { forTrue, forFalse } = required(node.args)
      return { forTrue: forFalse, forFalse: forTrue }
    }
    case '&&':
    case '||':
      return joined(node.op, required(node.args[0]), required(node.args[1]))
    case '?:': {
      const [condition, yes, no] = node.args.map(required)
      if (!condition || !yes || !no) return always(none)
      return {
        forTrue: union(known(condition), common(yes.forTrue, no.forTrue)),
        forFalse: union(known(condition), common(yes.forFalse, no.forFalse)),
      }
    }
    default:
      return always(union(...operandsOf(node).map((operand) => known(required(operand)))))
  }
}

function joined(op: '&&' | '||', left: Required, right: Required): Required {
  const both = { forTrue: union(left.forTrue, right.forTrue), forFalse: common(left.forFalse, right.forFalse) }
  const either = { forTrue: common(left.forTrue, right.forTrue), forFalse: union(left.forFalse, right.forFalse) }
  return op === '&&' ? both : either
}

/** Parts whose failure is the failure of the whole. */
function operandsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case '-_':
      return [node.args]
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
    case 'in':
      return node.args
    case 'list':
      return node.args
    case 'call':
      return node.args[0] === 'has' ? [] : node.args[1]
    case 'rcall':
      return node.args[0] === 'exists' || node.args[0] === 'all' ? [node.args[1]] : [node.args[1], ...node.args[2]]
    default:
      return []
  }
}
