import type { OrderHistory } from '#contract/console.ts'
import { decidedWord, levelWord } from '../../format/words.ts'
import { formatMinute } from '../../format/time.ts'
import { DecisionMark } from '../../parts/decision.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { usePlace } from '../../shell/place.ts'

const causeWord = { label: 'a label', network: 'news of the network' } as const

/** The order with what was learned since; the first verdict stays as it was. */
export const RescoredPanel = ({ rescored, now }: Pick<OrderHistory, 'rescored'> & { now: number }) => {
  const { zone } = usePlace()
  if (rescored.length === 0) return null
  return (
    <Panel id="rescored" title="Scored again" note="With what was learned since. The verdict above stays.">
      <ul class="stream">
        {rescored.map(({ id, at, trust_score: score, risk_level: level, decision, cause, former_level: former }) => (
          <li key={id}>
            <ScoreChip score={score} level={level} />
            <span>
              <DecisionMark decision={decision} word={decidedWord[decision]} />
            </span>
            <time class="when" dateTime={at}>
              {formatMinute(Date.parse(at), zone, now)}
            </time>
            <span class="why-line">
              After {causeWord[cause]}; it was {former} before, now {levelWord[level].toLowerCase()}.
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
