import type { ReasonScope } from '#contract/assessment.ts'
import { scopeWord } from '../format/words.ts'
import { Icon } from './icon.tsx'

export const ScopeTag = ({ scope }: { scope: ReasonScope }) => (
  <span class="tag">
    <Icon name={scope} />
    {scopeWord[scope]}
  </span>
)
