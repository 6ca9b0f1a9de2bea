import { useState } from 'preact/hooks'
import type { Assessment } from '#contract/assessment.ts'
import { formatPoints } from '../../format/number.ts'
import { DecisionMark } from '../decision.tsx'
import { Bar } from './bar.tsx'
import { FoldRow } from './fold-row.tsx'
import { foldSmall, isFold } from './fold-small.ts'
import { StepRow } from './step-row.tsx'
import { waterfallSteps, type Thresholds } from './steps.ts'
import { WaterfallHead } from './waterfall-head.tsx'

export type WaterfallAssessment = Pick<Assessment, 'base' | 'sum' | 'trust_score' | 'decision' | 'reasons'>

const sumText = ({ sum, trust_score }: WaterfallAssessment): string =>
  sum === trust_score ? 'Adds up to the score' : `Adds up to the score, kept at ${trust_score}`

/** The start, plus and minus, equals the score: a table whose fourth column happens to be a picture. */
export const Waterfall = ({
  assessment,
  thresholds,
  brief = false,
}: {
  assessment: WaterfallAssessment
  thresholds: Thresholds
  brief?: boolean
}) => {
  const [open, setOpen] = useState(false)
  const { base, sum, trust_score: score, decision } = assessment
  const steps = waterfallSteps(assessment, thresholds)
  const lines = open ? steps : foldSmall(steps)
  return (
    <table class={brief ? 'waterfall brief' : 'waterfall'}>
      <caption class="vh">
        How {base} became {score}: every reason with its points, and what the score would be without it
      </caption>
      <WaterfallHead />
      <tbody>
        <tr class="ends">
          <td>{base}</td>
          <td class="reason">Every order starts here</td>
          <td class="scope" />
          <Bar kind="whole" from={0} to={base} leave={base} />
          <td class="without" />
        </tr>
        {lines.map((line) =>
          isFold(line) ? (
            <FoldRow key={line.direction} fold={line} onOpen={() => setOpen(true)} />
          ) : (
            <StepRow key={line.reason.code} step={line} brief={brief} />
          ),
        )}
      </tbody>
      <tfoot>
        <tr>
          <td>{sum < 0 ? formatPoints(sum) : sum}</td>
          <th scope="row" class="reason">
            {sumText(assessment)}
          </th>
          <td class="scope" />
          <Bar kind="whole" from={0} to={score} enter={sum} label={String(score)} />
          <td class="without">
            <DecisionMark decision={decision} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
