import type { EvidenceCurve, RankedScore } from '#contract/console.ts'
import { calibrationPlot, curveAt, evidencePlot, rankingPlot, rankingSentence } from './curves.ts'

const ranking = [
  { x: 0.01, y: 0.3 },
  { x: 0.05, y: 0.6 },
]

test.each([
  [0, 0],
  [0.005, 0.15],
  [0.01, 0.3],
  [0.03, 0.45],
  [1, 1],
])('at %d of the good orders the curve stands at %d', (x, y) => expect(curveAt(ranking, x)).toBeCloseTo(y))

test('all scores stand over the same shares', () => {
  const scores = [
    { name: 'scorecard', ranking },
    { name: 'model', ranking: [] },
  ] as unknown as RankedScore[]
  const { x, lines } = rankingPlot(scores)
  expect(lines.map(({ name, values }) => [name, values.length])).toEqual([
    ['Scorecard', x.length],
    ['This version', x.length],
  ])
  expect(rankingSentence(scores)).toContain('scorecard finds 60.0 %, this version finds 5.0 %')
})

test('bins of the calibration stand in the order of their scores', () => {
  const bin = (from: number) => ({ score_from: from, score_to: from + 10, stated: 0.1, seen: 0.2, low: 0, high: 1 })
  expect(calibrationPlot([bin(40), bin(0)] as never).x).toEqual([5, 45])
})

test('a step is named by its label', () => {
  const { formatX } = evidencePlot({ steps: [{ label: 'below 2' }, { label: 'from 2' }] } as unknown as EvidenceCurve)
  expect([formatX(0), formatX(1), formatX(7)]).toEqual(['below 2', 'from 2', ''])
})
