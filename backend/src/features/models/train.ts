import type { ModelCard, ModelDetail, ModelMeasures } from '#contract/console.ts'
import { fitTables, tablesFrom, withTables } from '../../scoring/learning/fit.ts'
import { gate, groupsOf, type Thresholds } from '../../scoring/learning/gate.ts'
import { inTime, laterSlice } from '../../scoring/learning/later-slice.ts'
import { learn, type Learned } from '../../scoring/learning/learn.ts'
import { leaksIn, without } from '../../scoring/learning/leaks.ts'
import { pivotRates } from '../../scoring/learning/log-odds.ts'
import { createMatrixBuilder, type LearningOrder, type Matrix } from '../../scoring/learning/matrix.ts'
import { aucOf, logLossOf, tiesOf } from '../../scoring/learning/measures.ts'
import { curvesOf, firstPart, noMeasures, populationOf, rankedScores } from '../../scoring/learning/model-card.ts'
import { baseFor, riskBy, scoredOf, type Decider } from '../../scoring/learning/prove.ts'
import { scoreTables, type ScoreTables } from '../../scoring/learning/tables.ts'

/** What a training thread is started with. Plain data: it crosses to another thread. */
export interface TrainingJob {
  readonly id: string
  readonly card: ModelCard
  readonly cut: number
  readonly off: readonly string[]
  readonly weights: Readonly<Record<string, number>>
  readonly thresholds: Thresholds
  readonly network: ScoreTables | null
  readonly champion: Decider & { readonly cut: number }
}

export type CardParts = Pick<ModelDetail, 'scores' | 'learning_curve' | 'curves' | 'groups'> & {
  readonly leaks: readonly string[]
}

export interface Trained {
  readonly level: Learned['level']
  readonly tables: ScoreTables | null
  readonly base: number
  readonly trainedOn: Learned['trainedOn']
  readonly measures: ModelMeasures
  readonly gate: ReturnType<typeof gate>
  readonly card: CardParts
  readonly population: Readonly<Record<string, readonly number[]>>
}

const noShadow = { orders: 0, changed: 0 }
const curveShares = [0.1, 0.25, 0.5, 1]

/** What the first tenth, quarter, half of the earlier orders would have taught, on the same later ones. */
function learningCurve(
  matrix: Matrix,
  { network, champion }: TrainingJob,
  pivotRate: number,
): CardParts['learning_curve'] {
  const slices = laterSlice(matrix, champion.cut)
  if (!slices) return []
  return curveShares.map((share) => {
    const part = firstPart(slices.early, share)
    const fit = fitTables(part, withTables(part, part.offset, network))
    const tables = scoreTables('part', { scale: 1, ...tablesFrom(part, fit, network) })
    const base = baseFor(part, tables, pivotRate)
    const scored = scoredOf(slices.late, riskBy(slices.late, { tables, base }, pivotRate))
    const auc = aucOf(tiesOf(scored))
    return {
      orders: part.orders,
      bad: part.bad.reduce((total, one) => total + one, 0),
      auc: auc === null ? null : Math.round(auc * 1e4) / 1e4,
      log_loss: Math.round((logLossOf(scored) ?? 0) * 1e5) / 1e5,
    }
  })
}

/** Takes orders page by page, and learns when all are there. Pure: the same orders and job give the same bytes. */
export const createTraining = (job: TrainingJob, onProgress: (share: number) => void) => {
  const { id, card, cut, off, weights, thresholds, network, champion } = job
  const pivotRate = pivotRates[card]
  const builder = createMatrixBuilder({ cut, weighing: { off, weights }, pivotRate })

  return {
    add(orders: readonly LearningOrder[]): void {
      for (const order of orders) builder.add(order)
    },
    finish(): Trained {
      const all = inTime(builder.build())
      const leaks = leaksIn(all)
      // Evidence of our own cannot know the future; what a store sends as custom input can.
      const left = leaks.filter(({ name }) => all.features.some((feature) => feature.custom && feature.name === name))
      const matrix = without(all, new Set(left.map(({ name }) => name)))
      const learned = learn(matrix, {
        ...{ id, network, champion, pivotRate },
        onProgress: (share) => {
          onProgress(0.1 + share * 0.6)
        },
      })
      const trial = learned.later?.trial ?? null
      const curve = learningCurve(matrix, job, pivotRate)
      onProgress(0.95)
      const scores = trial ? rankedScores(trial, pivotRate) : []
      return {
        ...{ level: learned.level, tables: learned.tables, base: learned.base, trainedOn: learned.trainedOn },
        measures: scores.find(({ name }) => name === 'model')?.measures ?? noMeasures,
        gate: gate(trial, { thresholds, pivotRate, shadow: noShadow }),
        card: {
          scores,
          learning_curve: curve,
          curves: curvesOf(matrix, learned.tables, champion.tables),
          groups: trial ? groupsOf(trial).map((group) => ({ ...group, ...aucs(group) })) : [],
          leaks: leaks.map(({ text }) => text),
        },
        population: populationOf(matrix),
      }
    },
  }
}

const aucs = ({ before, after }: { readonly before: number; readonly after: number }) => ({
  before: Math.round(before * 1e4) / 1e4,
  after: Math.round(after * 1e4) / 1e4,
})

export type { LearningOrder } from '../../scoring/learning/matrix.ts'
