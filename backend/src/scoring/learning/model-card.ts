import type { CurveStep, EvidenceCurve, ModelMeasures, RankedScore } from '#contract/console.ts'
import type { ReasonScope } from '#contract/assessment.ts'
import { registry } from '../registry.ts'
import { correctionsOn, type Feature } from './features.ts'
import { sumOfLogOdds } from './log-odds.ts'
import { selectRows, rowsWhere, type Matrix } from './matrix.ts'
import { calibrationOf, measuresOf, rankingCurve, tiesOf, type Measures, type Scored } from './measures.ts'
import { scoredOf, type Trial } from './prove.ts'
import { binCount, type ScoreTables } from './tables.ts'

const rounded = (value: number, places = 4): number => Math.round(value * 10 ** places) / 10 ** places
const roundedOrNull = (value: number | null) => (value === null ? null : rounded(value))

export const adaptMeasures = (measures: Measures): ModelMeasures => ({
  orders: measures.orders,
  bad: measures.bad,
  auc: roundedOrNull(measures.auc),
  recall_at_1: roundedOrNull(measures.recallAt1),
  recall_at_5: roundedOrNull(measures.recallAt5),
  lift_at_20: roundedOrNull(measures.liftAt20),
  log_loss: roundedOrNull(measures.logLoss),
  stated_over_seen: roundedOrNull(measures.statedOverSeen),
})

export const noMeasures: ModelMeasures = {
  ...{ orders: 0, bad: 0, auc: null, recall_at_1: null, recall_at_5: null, lift_at_20: null },
  ...{ log_loss: null, stated_over_seen: null },
}

const rankedScore = (name: RankedScore['name'], scored: Scored, pivotRate: number): RankedScore => ({
  name,
  measures: adaptMeasures(measuresOf(scored)),
  ranking: rankingCurve(tiesOf(scored)).map(({ x, y }) => ({ x: rounded(x), y: rounded(y) })),
  // Log-odds of bad turned into points: the riskiest row is the lowest score.
  calibration: calibrationOf(scored)
    .map(({ from, to, orders, bad, stated, seen, low, high }) => ({
      score_from: Math.round(sumOfLogOdds(to, pivotRate)),
      score_to: Math.round(sumOfLogOdds(from, pivotRate)),
      ...{ orders, bad: Math.round(bad) },
      ...{ stated: rounded(stated), seen: rounded(seen), low: rounded(low), high: rounded(high) },
    }))
    .reverse(),
})

/** On the same later orders, none of which was trained on. */
export const rankedScores = (trial: Trial, pivotRate: number): RankedScore[] =>
  (['scorecard', 'champion', 'model'] as const).map((name) =>
    rankedScore(name, scoredOf(trial.late, trial[name]), pivotRate),
  )

interface Count {
  orders: number
  bad: number
}

const countsOf = (column: Uint8Array | undefined, bad: Uint8Array, size: number): Count[] => {
  const counts = Array.from({ length: size }, (): Count => ({ orders: 0, bad: 0 }))
  column?.forEach((bin, row) => {
    const count = counts[bin]
    if (!count) return
    count.orders += 1
    count.bad += bad[row] ?? 0
  })
  return counts
}

/** Information value over the bins, half an order added to each so that empty ones say nothing. */
function separation(counts: readonly Count[]): number {
  const total = { orders: 0, bad: 0 }
  for (const { orders, bad } of counts) {
    total.orders += orders
    total.bad += bad
  }
  const good = total.orders - total.bad
  if (total.bad === 0 || good === 0) return 0
  return counts.reduce((sum, count) => {
    if (count.orders === 0) return sum
    const [bads, goods] = [(count.bad + 0.5) / (total.bad + 1), (count.orders - count.bad + 0.5) / (good + 1)]
    return sum + (bads - goods) * Math.log(bads / goods)
  }, 0)
}

const labelOf = ({ edges, categories, custom }: Feature, bin: number): string => {
  // Texts of custom inputs are stored keyed: their names are not known here.
  if (categories) return bin >= categories.length ? 'any other' : custom ? `value ${bin + 1}` : (categories[bin] ?? '')
  if (bin === 0) return edges[0] === undefined ? 'any' : `below ${edges[0]}`
  const [from, next] = [edges[bin - 1], edges[bin]]
  if (next === undefined) return `${from} and more`
  return Number.isInteger(from) && next - (from ?? next) === 1 ? String(from) : `${from} to under ${next}`
}

interface About {
  readonly title: string
  readonly scope: ReasonScope
  readonly family: string
  readonly unit: string
}
const known = new Map<string, About>(
  registry.map((evidence) => {
    const { name, title, scope, family } = evidence
    return [name, { title, scope, family, unit: evidence.type === 'number' ? evidence.unit : evidence.type }]
  }),
)
const aboutCustom = ({ name, ordered }: Feature): About => ({
  ...{ title: `Custom input ${name}`.slice(0, 60), scope: 'order', family: 'custom' },
  unit: ordered ? 'number' : 'choice',
})

const tableOf = (tables: ScoreTables | null, { custom, name }: Feature) =>
  (custom ? tables?.custom : tables?.tables)?.[name]

/** What each evidence is worth per bin, beside what was seen; what separates most comes first. */
export function curvesOf(matrix: Matrix, tables: ScoreTables | null, before: ScoreTables | null): EvidenceCurve[] {
  const scale = tables?.scale ?? 1
  const curves = matrix.features.map((feature, index): EvidenceCurve => {
    const bins = binCount(feature)
    const corrections = correctionsOn(feature, tableOf(tables, feature))
    const former = correctionsOn(feature, tableOf(before, feature))
    const counts = countsOf(matrix.columns[index], matrix.bad, bins + 1)
    const about = (feature.custom ? undefined : known.get(feature.name)) ?? aboutCustom(feature)
    const stepOf = (bin: number): CurveStep => {
      const [expert, correction] = [feature.prior[bin] ?? 0, corrections[bin] ?? 0]
      const { orders = 0, bad = 0 } = counts[bin] ?? {}
      const label = bin === bins ? 'not known' : labelOf(feature, bin)
      const from = feature.categories || bin === bins ? null : (feature.edges[bin - 1] ?? null)
      const points = rounded(scale * (expert + correction), 2)
      return { from, label, expert: rounded(expert, 2), correction: rounded(correction, 2), points, orders, bad }
    }
    return {
      evidence: feature.name,
      ...about,
      direction: feature.direction,
      custom: feature.custom,
      steps: Array.from({ length: bins }, (_, bin) => stepOf(bin)),
      missing: stepOf(bins),
      separates: rounded(separation(counts)),
      moved: rounded(Math.max(...corrections.map((points, bin) => Math.abs(points - (former[bin] ?? 0)))), 2),
    }
  })
  return curves
    .filter(({ steps }) => steps.some(({ orders }) => orders > 0))
    .sort((a, b) => b.separates - a.separates || (a.evidence < b.evidence ? -1 : 1))
}

/** Share of orders per bin, by evidence name: what drift is measured against. */
export const populationOf = (matrix: Matrix): Record<string, number[]> =>
  Object.fromEntries(
    matrix.features
      .map((feature, index) => ({
        feature,
        counts: countsOf(matrix.columns[index], matrix.bad, binCount(feature) + 1),
      }))
      .filter(({ feature }) => !feature.custom)
      .map(({ feature, counts }) => [
        feature.name,
        counts.map(({ orders }) => rounded(orders / Math.max(1, matrix.orders), 5)),
      ]),
  )

/** The first part of a training set, in the order of time. */
export const firstPart = (matrix: Matrix, share: number): Matrix =>
  selectRows(
    matrix,
    rowsWhere(matrix, (row) => row < matrix.orders * share),
  )
