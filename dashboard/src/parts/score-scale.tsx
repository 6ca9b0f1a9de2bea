import type { RiskLevel } from '#contract/assessment.ts'
import { decisionWord, levelWord } from '../format/words.ts'
import { decisionAt, type Thresholds } from './waterfall/steps.ts'

const zones: readonly { readonly level: RiskLevel; readonly from: number; readonly to: number }[] = [
  { level: 'critical', from: 0, to: 19 },
  { level: 'high', from: 20, to: 39 },
  { level: 'medium', from: 40, to: 69 },
  { level: 'low', from: 70, to: 100 },
]

/** What the merchant's thresholds make of a zone; several words where one of them runs through it. */
const decisionsIn = (from: number, to: number, thresholds: Thresholds): string => {
  const scores = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const decisions = [...new Set(scores.map((score) => decisionAt(score, thresholds)))]
  return decisions.map((decision) => decisionWord[decision].toLowerCase()).join(' or ')
}

const spoken = (score: number | undefined, base: number): string =>
  `${score === undefined ? 'A' : `Score ${score} on a`} scale from 0 to 100. Below 20 critical, below 40 high, below 70 medium, from 70 low. Every order starts at ${base}.`

interface Props {
  /** Left out where the scale itself is meant. */
  readonly score?: number
  readonly base: number
  readonly thresholds: Thresholds
}

export const ScoreScale = ({ score, base, thresholds }: Props) => (
  <div class="scale" role="img" aria-label={spoken(score, base)}>
    {zones.map(({ level }) => (
      <span key={level} class="zone" data-level={level} />
    ))}
    {zones.map(({ level, from, to }) => (
      <span key={level} class={score !== undefined && score >= from && score <= to ? 'zone-name here' : 'zone-name'}>
        <b>{levelWord[level]}</b>
        <span>
          {' '}
          {from} to {to}
          <span class="then">, {decisionsIn(from, to, thresholds)}</span>
        </span>
      </span>
    ))}
    <span class="base" style={{ '--at': base }}>
      <b>start {base}</b>
    </span>
    {score !== undefined && (
      <span class="needle" style={{ '--at': score }}>
        <b>{score}</b>
      </span>
    )}
  </div>
)
