import type { KeyScope } from '#contract/key-scopes.ts'

export const scopeWord: Readonly<Record<KeyScope, string>> = {
  score: 'Score orders',
  label: 'Label orders, decide reviews',
  read: 'Read assessments, reviews, audit',
  lists: 'Keep lists',
  rules: 'Keep rules',
}
