import type { NewRule, Rule, RuleAction, RuleChange, RuleState } from '#contract/rules.ts'
import type { RuleTemplate } from '#contract/console.ts'

/** A rule as it stands in the form: points are text until they are sent. */
export interface Draft {
  readonly name: string
  readonly expression: string
  readonly type: RuleAction['type']
  readonly points: string
  readonly state: RuleState
}

export const emptyDraft: Draft = { name: '', expression: '', type: 'review', points: '-10', state: 'shadow' }

const actionPart = (action: RuleAction): Pick<Draft, 'type' | 'points'> => ({
  type: action.type,
  points: action.type === 'points' ? String(action.points) : emptyDraft.points,
})

export const draftOf = ({ name, expression, action, state }: Rule): Draft => ({
  name,
  expression,
  state,
  ...actionPart(action),
})

export const draftFrom = ({ name, expression, action }: RuleTemplate): Draft => ({
  ...emptyDraft,
  name,
  expression,
  ...actionPart(action),
})

/** Typed by a person: a real minus sign counts as one. */
export const pointsOf = (text: string): number | null => {
  const points = Number(text.trim().replace('−', '-'))
  return text.trim() !== '' && Number.isInteger(points) && Math.abs(points) <= 100 && points !== 0 ? points : null
}

export const actionOf = ({ type, points }: Draft): RuleAction | null => {
  if (type !== 'points') return { type }
  const given = pointsOf(points)
  return given === null ? null : { type, points: given }
}

/** What keeps it from being saved, besides what the server says of the expression. */
export const draftProblem = (draft: Draft): string | null => {
  if (draft.name.trim() === '') return 'Give it a name first.'
  if (draft.expression.trim() === '') return 'Say when it holds first.'
  if (actionOf(draft) === null) return 'Points are a whole number from −100 to 100, not 0.'
  return null
}

export const newRuleOf = (draft: Draft, action: RuleAction): NewRule => ({
  name: draft.name.trim(),
  expression: draft.expression.trim(),
  action,
  state: draft.state,
})

/** Only what differs from the saved rule. */
export const changeOf = (draft: Draft, action: RuleAction, rule: Rule): RuleChange => ({
  ...(draft.name.trim() === rule.name ? {} : { name: draft.name.trim() }),
  ...(draft.expression.trim() === rule.expression ? {} : { expression: draft.expression.trim() }),
  ...(JSON.stringify(action) === JSON.stringify(rule.action) ? {} : { action }),
  ...(draft.state === rule.state ? {} : { state: draft.state }),
})

export const isChanged = (draft: Draft, rule: Rule | null): boolean => {
  const saved = rule ? draftOf(rule) : emptyDraft
  const isSame = (['name', 'expression', 'type', 'state'] as const).every((key) => draft[key] === saved[key])
  return !(isSame && (draft.type !== 'points' || draft.points === saved.points))
}
