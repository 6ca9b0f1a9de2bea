import type { RuleDifference } from '#contract/rules.ts'
import type { RuleVersionDocument, StoredAction } from './collections.ts'

type Pieces = RuleDifference['pieces']

const tokensOf = (text: string): readonly string[] => text.match(/\s+|[\w.]+|"[^"]*"|[^\s\w]/g) ?? []

/** Lengths of the longest common run of tokens from each place on. */
const commonLengths = (before: readonly string[], after: readonly string[]): readonly (readonly number[])[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (!row) continue
      const same = before[i] === after[j]
      row[j] = same ? 1 + (lengths[i + 1]?.[j + 1] ?? 0) : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** What was taken out and put in, token by token, neighbours of a kind joined. */
export const piecesOf = (before: string, after: string): Pieces => {
  const [from, to] = [tokensOf(before), tokensOf(after)]
  const lengths = commonLengths(from, to)
  const pieces: Pieces = []
  const add = (kind: Pieces[number]['kind'], text: string) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]]
    if (left !== undefined && left === right) {
      add('same', left)
      i += 1
      j += 1
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      add('removed', left)
      i += 1
    } else {
      add('added', right ?? '')
      j += 1
    }
  }
  return pieces
}

const actionText = (action: StoredAction): string =>
  action.type === 'points' ? `${action.points > 0 ? '+' : ''}${action.points} points` : action.type

const textsOf = ({ name, expression, action, state, order, removed }: RuleVersionDocument) => ({
  name,
  expression,
  action: actionText(action),
  state,
  order: String(order),
  removed: removed ? 'removed' : '',
})

const fields = ['name', 'expression', 'action', 'state', 'order', 'removed'] as const

/** Against the version before; everything is added in the first. */
export const differencesOf = (
  before: RuleVersionDocument | undefined,
  after: RuleVersionDocument,
): RuleDifference[] => {
  const [was, is] = [before && textsOf(before), textsOf(after)]
  const shown = fields.filter((field) => (was?.[field] ?? '') !== is[field])
  return shown
    .filter((field) => !after.removed || field === 'removed')
    .map((field) => ({
      field,
      before: was ? was[field] : null,
      after: is[field],
      pieces: piecesOf(was?.[field] ?? '', is[field]),
    }))
}
