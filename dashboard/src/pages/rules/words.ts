import type { RuleAction } from '#contract/rules.ts'
import type { VocabularyName } from '#contract/console.ts'
import { formatPoints } from '../../format/number.ts'
import type { KnownName } from '../../parts/editor/complete.ts'

export type ActionType = RuleAction['type']

export const actionChoices: Record<ActionType, string> = {
  review: 'send to review',
  block: 'decline',
  allow: 'approve',
  points: 'change points',
}

export const actionWord = (action: RuleAction): string =>
  action.type === 'points'
    ? `${formatPoints(action.points)} points`
    : { review: 'review', block: 'decline', allow: 'approve' }[action.type]

export const stateWord = { live: 'Live', shadow: 'Shadow', off: 'Off' } as const

export const stateSays = {
  live: 'Live acts on every new order.',
  shadow: 'Shadow counts what it would have done and changes nothing.',
  off: 'Off is kept and not computed.',
} as const

const typeWord: Record<VocabularyName['type'], string> = {
  int: 'number',
  double: 'number',
  bool: 'yes/no',
  string: 'text',
  'list<string>': 'list',
  dyn: 'any',
}

/** A name as the completion list shows it. */
export const knownName = ({ name, type, title, unit, choices }: VocabularyName): KnownName => ({
  name,
  type: typeWord[type],
  what: [title, unit && `in ${unit}`, choices && choices.slice(0, 6).join(', ')].filter(Boolean).join(', '),
})
