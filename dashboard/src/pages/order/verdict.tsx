import type { OrderDetail } from '#contract/console.ts'
import { decidedWord, wouldWord } from '../../format/words.ts'
import { DecisionMark } from '../../parts/decision.tsx'
import { Level } from '../../parts/level.tsx'
import { inReadingOrder, oddsSentence, waterfallSteps } from '../../parts/waterfall/steps.ts'
import { ScoreScale } from '../../parts/score-scale.tsx'

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** The strongest loss, and what would be without it. */
const Because = ({ assessment, thresholds }: Pick<OrderDetail, 'assessment' | 'thresholds'>) => {
  const [strongest] = inReadingOrder(assessment.reasons)
  if (!strongest || strongest.points >= 0) return <>. Nothing spoke against it.</>
  const step = waterfallSteps(assessment, thresholds).find(({ reason }) => reason === strongest)
  const score = Math.min(100, Math.max(0, strongest.without))
  return (
    <>
      , mostly because {lowerFirst(strongest.text)}. Without that it would score {score}
      {step?.flips ? ` and ${wouldWord[step.decisionWithout]}` : ', with the same decision'}.
    </>
  )
}

/** The answer in three forms: a number, its place on the scale, a sentence. */
export const Verdict = ({ assessment, thresholds }: Pick<OrderDetail, 'assessment' | 'thresholds'>) => {
  const { trust_score: score, risk_level: level, decision, base, degraded, degraded_causes: causes } = assessment
  return (
    <>
      <h2 class="vh" id="score">
        Score
      </h2>
      <div class="verdict">
        <div class="top">
          <p class="big" data-level={level}>
            {score}
            <small>of 100</small>
          </p>
          <p class="row">
            <Level level={level} /> <DecisionMark decision={decision} word={decidedWord[decision]} />
          </p>
        </div>
        <ScoreScale score={score} base={base} thresholds={thresholds} />
        <p class="says">
          <strong>{oddsSentence(base, score)}</strong>
          <Because assessment={assessment} thresholds={thresholds} />
        </p>
        {degraded && (
          <p class="says">
            <span class="tag dashed">fallback score</span> Missing when it was scored: {causes.join(', ')}.
          </p>
        )}
      </div>
    </>
  )
}
