import type { RiskLevel } from '#contract/assessment.ts'
import { levelWord } from '../format/words.ts'
import { LevelMark } from './icon.tsx'

export const Level = ({ level, bare = false }: { level: RiskLevel; bare?: boolean }) => (
  <span class="level" data-level={level}>
    {!bare && <LevelMark level={level} />}
    {levelWord[level]}
  </span>
)
