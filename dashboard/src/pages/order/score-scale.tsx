import type { RiskLevel } from '#contract/assessment.ts'
import { decisionWord, levelWord } from '../../format/words.ts'
import { decisionAt, type Thresholds } from '../../parts/waterfall/steps.ts'

const zones: readonly { readonly level: RiskLevel; readonly from: number; readonly to: number }[] = [
  { level: 'critical', from: 0, to: 19 },
  { level: 'high', from: 20, to: 39 },
  { level: 'medium', from: 40, to: 69 },
  { level: 'low', from: 70, to: 100 },
]

/** What the merchant's thresholds make of a zone; two words where one of them runs through it. */
const decisionsIn = (from: number, to: number, thresholds: Thresholds): string =>
  [...new Set([decisionAt(from, thresholds), decisionAt(to, thresholds)])]
    .map((decision) => decisionWord[decision].toLowerCase())
    .join(' or ')

const spoken = (score: number, base: number): string =>
  `Score ${score} on a scale from 0 to 100. Below 20 critical, below 40 high, below 70 medium, from 70 low. Every order starts at ${base}.`

export const ScoreScale = ({ score, base, thresholds }: { score: number; base: number; thresholds: Thresholds }) => (
  <div class="scale" role="img" aria-label={spoken(score, base)}>
    {zones.map(({ level }) => (
      <span key={level} class="zone" data-level={level} />
    ))}
    {zones.map(({ level, from, to }) => (
      <span key={level} class={score >= from && score <= to ? 'zone-name here' : 'zone-name'}>
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
    <span class="needle" style={{ '--at': score }}>
      <b>{score}</b>
    </span>
  </div>
)
