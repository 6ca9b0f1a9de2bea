import { useMemo, useState } from 'preact/hooks'
import type { EvidenceCurve, ModelDetail, RankedScore } from '#contract/console.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatCount, formatPoints, plural } from '../../format/number.ts'
import { Plot } from '../../parts/chart/plot.tsx'
import { Panel } from '../../parts/panel.tsx'
import { calibrationPlot, evidencePlot, learningPlot, rankingPlot, rankingSentence } from './curves.ts'

const RankingPanel = ({ scores }: Pick<ModelDetail, 'scores'>) => {
  const data = useMemo(() => rankingPlot(scores), [scores])
  return (
    <Panel id="ranking" title="Ranking" note="on later orders that it was not trained on">
      <div class="body">
        <Plot data={data} sentence={rankingSentence(scores)} xName="Good orders stopped" yName="Bad orders found" />
      </div>
    </Panel>
  )
}

const CalibrationPanel = ({ score }: { score: RankedScore }) => {
  const data = useMemo(() => calibrationPlot(score.calibration), [score])
  const orders = score.calibration.reduce((sum, bin) => sum + bin.orders, 0)
  return (
    <Panel id="calibration" title="Calibration" note={`stated against seen, ${plural(orders, 'later order')}`}>
      <div class="body">
        <Plot
          data={data}
          sentence="How much fraud each score states, and how much there was."
          xName="Score"
          yName="Share of bad orders"
        />
      </div>
    </Panel>
  )
}

const LearningPanel = ({ points }: { points: ModelDetail['learning_curve'] }) => {
  const data = useMemo(() => learningPlot(points), [points])
  if (points.length < 2) return null
  return (
    <Panel id="learning" title="Learning curve" note="how the ranking grew with the labels">
      <div class="body">
        <Plot
          data={data}
          sentence={`Ranking from ${formatCount(points[0]?.orders ?? 0)} to ${formatCount(points.at(-1)?.orders ?? 0)} labelled orders.`}
          xName="Labelled orders"
          yName="Ranking, 0.5 is chance, 1 is perfect"
        />
      </div>
    </Panel>
  )
}

const CurveTable = ({ curve }: { curve: EvidenceCurve }) => (
  <DataTable
    name={`Table of ${curve.title}`}
    caption={`${curve.title}: points per value`}
    columns={['Value', { end: 'Expert' }, { end: 'Correction' }, { end: 'Points' }, { end: 'Orders' }, { end: 'Bad' }]}
  >
    {[...curve.steps, { ...curve.missing, label: 'not known' }].map((step) => (
      <tr key={step.label}>
        <th scope="row">{step.label}</th>
        <td class="end quiet">{formatPoints(Math.round(step.expert * 10) / 10)}</td>
        <td class="end">{formatPoints(Math.round(step.correction * 10) / 10)}</td>
        <td class="end">
          <b>{formatPoints(Math.round(step.points))}</b>
        </td>
        <td class="end quiet">{formatCount(step.orders)}</td>
        <td class="end quiet">{formatCount(step.bad)}</td>
      </tr>
    ))}
  </DataTable>
)

const CurvesPanel = ({ curves }: Pick<ModelDetail, 'curves'>) => {
  const [chosen, setChosen] = useState('')
  const curve = curves.find(({ evidence }) => evidence === chosen) ?? curves[0]
  const data = useMemo(() => curve && evidencePlot(curve), [curve])
  if (!curve || !data) return null
  return (
    <Panel
      id="curves"
      title="Tables"
      note="one per evidence, added up"
      aside={
        <>
          <label class="vh" for="curve">
            Evidence
          </label>
          <select
            class="select"
            id="curve"
            value={curve.evidence}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {curves.map(({ evidence, title }) => (
              <option key={evidence} value={evidence}>
                {title}
              </option>
            ))}
          </select>
        </>
      }
    >
      <div class="body">
        <Plot
          data={data}
          sentence={`${curve.title}: points per value, the expert’s and the learned ones.`}
          xName={curve.unit ? `Value in ${curve.unit}` : 'Value'}
          yName="Points"
        />
      </div>
      <CurveTable curve={curve} />
    </Panel>
  )
}

export const ModelPlots = ({ detail }: { detail: ModelDetail }) => {
  const score = detail.scores.find(({ name }) => name === 'model') ?? detail.scores.at(-1)
  return (
    <>
      <div class="cols plots">
        {detail.scores.length > 0 && <RankingPanel scores={detail.scores} />}
        {score && score.calibration.length > 0 && <CalibrationPanel score={score} />}
      </div>
      <CurvesPanel curves={detail.curves} />
      <LearningPanel points={detail.learning_curve} />
    </>
  )
}
