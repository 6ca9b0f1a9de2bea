import type { Reason } from '#contract/assessment.ts'
import { formatPoints } from '../../format/number.ts'
import { decisionWord } from '../../format/words.ts'
import { Icon } from '../icon.tsx'
import { Points } from '../points.tsx'
import { ScopeTag } from '../scope-tag.tsx'
import { Bar } from './bar.tsx'
import { oddsFactor, type Step } from './steps.ts'

const seen = ({ value }: Reason): string => {
  if (value === null) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

const oddsText = (points: number): string =>
  points === 0
    ? 'The odds stay as they are.'
    : `Odds of fraud ${points < 0 ? 'times' : 'divided by'} ${oddsFactor(points)}.`

const More = ({ reason }: { reason: Reason }) => (
  <details>
    <summary>
      <span>{reason.text}</span>
      <Icon name="down" />
    </summary>
    <p>
      Seen: {seen(reason)}. <span class="nowrap">{oddsText(reason.points)}</span> <code>{reason.code}</code>
    </p>
  </details>
)

/** A reason with its points, its bar, and what the score would be without it. */
export const StepRow = ({ step, brief }: { step: Step; brief: boolean }) => {
  const { reason, before, after, from, to, direction } = step
  return (
    <tr>
      <td>
        <Points points={reason.points} />
      </td>
      <td class="reason">{brief ? reason.text : <More reason={reason} />}</td>
      <td class="scope">
        <ScopeTag scope={reason.scope} />
      </td>
      {direction === 'none' ? (
        <td class="track" aria-hidden="true" />
      ) : (
        <Bar
          kind={direction}
          from={from}
          to={to}
          enter={before}
          leave={after}
          label={after < 0 ? formatPoints(after) : String(after)}
        />
      )}
      <td class={step.flips ? 'without flips' : 'without'}>
        <span class="only-small">without: </span>
        <b>{Math.min(100, Math.max(0, reason.without))}</b>, {decisionWord[step.decisionWithout].toLowerCase()}
      </td>
    </tr>
  )
}
