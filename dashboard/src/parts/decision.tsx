import type { Decision } from '#contract/assessment.ts'
import { decisionWord } from '../format/words.ts'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<Decision, IconName> = { approve: 'check', review: 'eye', decline: 'cross' }

/** Icon and word in text colours: neither approve nor decline is coloured, only review is strong. */
export const DecisionMark = ({ decision, word }: { decision: Decision; word?: string }) => (
  <span class="decision" data-decision={decision}>
    <Icon name={icons[decision]} />
    {word ?? decisionWord[decision]}
  </span>
)
