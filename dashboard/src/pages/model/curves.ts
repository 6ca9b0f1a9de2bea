import type { CalibrationBin, EvidenceCurve, ModelDetail, RankedScore } from '#contract/console.ts'
import type { PlotData, PlotInk } from '../../parts/chart/plot-options.ts'
import { formatCount, formatPoints, formatShare } from '../../format/number.ts'

type Point = RankedScore['ranking'][number]

/** Straight between the points that are known; the curve starts at nothing and ends at everything. */
export const curveAt = (points: readonly Point[], x: number): number => {
  const known = [{ x: 0, y: 0 }, ...points, { x: 1, y: 1 }]
  const after = known.findIndex((point) => point.x >= x)
  const [a, b] = [known[Math.max(0, after - 1)], known[after]]
  if (!a || !b) return 1
  return b.x === a.x ? b.y : a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y)
}

const stoppedAtMost = 0.2
const steps = 40

export const scoreWord: Record<RankedScore['name'], string> = {
  scorecard: 'Scorecard',
  champion: 'Champion',
  model: 'This version',
}
const scoreInk: Record<RankedScore['name'], { readonly ink: PlotInk; readonly dashed: boolean }> = {
  scorecard: { ink: 'other', dashed: true },
  champion: { ink: 'other', dashed: false },
  model: { ink: 'ink', dashed: false },
}

/** Of those the store would bear: up to a fifth of the good orders stopped. */
export const rankingPlot = (scores: readonly RankedScore[]): PlotData => {
  const x = Array.from({ length: steps + 1 }, (_, at) => (at / steps) * stoppedAtMost)
  return {
    x,
    lines: scores.map(({ name, ranking }) => ({
      name: scoreWord[name],
      values: x.map((share) => curveAt(ranking, share)),
      ...scoreInk[name],
    })),
    xRange: [0, stoppedAtMost],
    yRange: [0, 1],
    formatX: formatShare,
    formatY: formatShare,
  }
}

/** Below it a share is drawn as this one: a tenth of a tenth of a percent has no place of its own. */
const leastShare = 0.0005
const drawn = (share: number): number => Math.max(leastShare, share)

const middle = ({ score_from: from, score_to: to }: CalibrationBin): number => (from + to) / 2

export const calibrationPlot = (bins: readonly CalibrationBin[]): PlotData => {
  const sorted = bins.toSorted((a, b) => middle(a) - middle(b))
  return {
    x: sorted.map(middle),
    lines: [
      { name: 'Stated', values: sorted.map(({ stated }) => drawn(stated)), ink: 'other', dashed: true },
      { name: 'Seen', values: sorted.map(({ seen }) => drawn(seen)), shape: 'dots' },
    ],
    band: {
      name: '95 % of what was seen',
      low: sorted.map(({ low }) => drawn(low)),
      high: sorted.map(({ high }) => drawn(high)),
    },
    xRange: [0, 100],
    yRange: [leastShare, 1],
    yLog: true,
    formatX: (score) => String(Math.round(score)),
    formatY: formatShare,
  }
}

export const learningPlot = (points: ModelDetail['learning_curve']): PlotData => ({
  x: points.map(({ orders }) => orders),
  lines: [{ name: 'Ranking', values: points.map(({ auc }) => auc) }],
  formatX: formatCount,
  formatY: (auc) => auc.toFixed(3),
})

/** The last step needs an end to be seen. */
const ended = (values: readonly number[]): readonly number[] => [...values, ...values.slice(-1)]

export const evidencePlot = ({ steps: bins }: EvidenceCurve): PlotData => ({
  x: [...bins.keys(), bins.length],
  xWhole: true,
  lines: [
    { name: 'Expert', values: ended(bins.map(({ expert }) => expert)), shape: 'steps', ink: 'other', dashed: true },
    { name: 'Learned', values: ended(bins.map(({ points }) => points)), shape: 'steps' },
  ],
  formatX: (at) => bins[Math.round(at)]?.label ?? '',
  formatY: (points) => formatPoints(Math.round(points * 10) / 10),
})

/** "finds 61.0 % of bad orders when 5 % of good ones are stopped" */
export const rankingSentence = (scores: readonly RankedScore[]): string =>
  `Ranking on later orders: ${scores
    .map(({ name, ranking }) => `${scoreWord[name].toLowerCase()} finds ${formatShare(curveAt(ranking, 0.05))}`)
    .join(', ')} of bad orders when 5 % of good ones are stopped.`
