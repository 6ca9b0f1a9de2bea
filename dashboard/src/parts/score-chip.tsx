import type { RiskLevel } from '#contract/assessment.ts'
import { LevelMark } from './icon.tsx'

/** Mark and number on the level's tint; dashed when the score was made with a source missing. */
export const ScoreChip = ({
  score,
  level,
  degraded = false,
}: {
  score: number
  level: RiskLevel
  degraded?: boolean
}) => (
  <span class={degraded ? 'chip fallback' : 'chip'} data-level={level}>
    <LevelMark level={level} />
    {score}
    <span class="vh">
      {' '}
      of 100, {level}
      {degraded ? ', fallback score' : ''}
    </span>
  </span>
)
