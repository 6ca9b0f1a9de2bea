import type { ModelCard, ModelDetail } from '#contract/console.ts'
import { createId } from '../../platform/ids.ts'
import { learnedInputs } from '../../scoring/learned-inputs.ts'
import type { LearningOrder } from '../../scoring/learning/matrix.ts'
import type { ScoreTables } from '../../scoring/learning/tables.ts'
import { weighingOf } from '../../scoring/card.ts'
import { policyIn } from '../../scoring/policy-in.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { TrainingOrder, TrainingPage } from '../labels/service.ts'
import type { ModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'
import type { ModelStore } from './model-store.ts'
import type { SharedModel } from './network-model.ts'
import type { Trained, TrainingJob } from './train.ts'

/** Two years: older orders were placed in another store, by other people. */
const rememberedMs = 730 * 86_400_000
/** A challenger that only waits for orders beside the champion is not replaced before this. */
const patienceMs = 7 * 86_400_000

export const neededLabels = { bad: 10, good: 100 } as const

export interface StoreTraining {
  readonly text: string
  readonly made: boolean
}

const adapt = (order: TrainingOrder): LearningOrder => ({
  at: order.at,
  values: order.values,
  custom: learnedInputs(order.facts),
  bad: order.bad,
  knownAt: order.knownAt,
  weight: order.weight,
  amount: order.amount,
  method: order.method,
})

interface LeftOut {
  seen: number
  declined: number
  known: number
}

async function* countedPages(
  pages: AsyncIterable<TrainingPage>,
  left: LeftOut,
): AsyncGenerator<readonly LearningOrder[]> {
  for await (const { orders, seen, declined } of pages) {
    left.seen += seen
    left.declined += declined
    left.known += orders.length
    yield orders.map(adapt)
  }
}

const adaptLeftOut = ({ seen, declined, known }: LeftOut): ModelDetail['left_out'] => {
  const without = Math.max(0, seen - known)
  return {
    declined: Math.min(declined, without),
    unknown: without - Math.min(declined, without),
    share: seen === 0 ? 0 : Math.round((without / seen) * 1e4) / 1e4,
  }
}

export interface TrainOptions {
  readonly network: (tenant: Tenant, card: ModelCard) => Promise<SharedModel | null>
  readonly onProgress: (share: number) => void
  /** A person asked: what waits is replaced. */
  readonly isAsked: boolean
}

/** Tables from the network proved themselves there; a store with few labels takes them as they are. */
const provenBy = (shared: SharedModel | null, trained: Trained): Trained =>
  shared &&
  trained.level === 'network' &&
  trained.gate.checks.some(({ name, outcome }) => name === 'enough_orders' && outcome === 'waiting')
    ? { ...trained, gate: shared.gate }
    : trained

export const createTrainStore = (deps: ModelDeps, store: ModelStore) => {
  const { clock, merchants, labels, runTraining } = deps

  const jobFor = async (
    tenant: Tenant,
    card: ModelCard,
    policy: Policy,
    network: ScoreTables | null,
  ): Promise<TrainingJob> => {
    const { off, weights = {} } = weighingOf(policy, card)
    const { base, tables, model, thresholds } = policy.cards[card]
    const champion = model === null ? undefined : await store.find(tenant, model)
    const now = clock()
    const champions = { tables, base, cut: champion?.cut ?? 0 }
    return {
      ...{ id: createId('mdl', now), card, cut: now, off, weights },
      ...{ thresholds: { ...thresholds }, network, champion: champions },
    }
  }

  const isPatient = async (tenant: Tenant, card: ModelCard): Promise<boolean> => {
    const challenger = await store.ofState(tenant, card, 'challenger')
    if (!challenger || clock() - challenger.created_at > patienceMs) return false
    const waiting = challenger.gate.checks.filter(({ outcome }) => outcome !== 'passed')
    return waiting.length > 0 && waiting.every(({ name, outcome }) => name === 'shadow' && outcome === 'waiting')
  }

  const keep = async (
    tenant: Tenant,
    job: TrainingJob,
    trained: Trained,
    left: LeftOut,
  ): Promise<ModelDocument | null> => {
    const { tables, card: parts, trainedOn, level, base, measures, gate, population } = trained
    if (!tables || tables.hash === job.champion.tables?.hash) return null
    const former = await store.ofState(tenant, job.card, 'challenger')
    const model: ModelDocument = {
      ...{ id: job.id, card: job.card, number: await store.nextNumber(tenant, job.card), level, state: 'challenger' },
      ...{
        created_at: clock(),
        cut: job.cut,
        base,
        tables,
        trained_on: trainedOn,
        network: job.network?.id ?? null,
        measures,
        gate,
        parts,
        population,
      },
      left_out: adaptLeftOut(left),
      shadow: { orders: 0, changed: 0, changes: {} },
      ...{ last: [], promoted_at: null, promoted_by: null, revision: 1 },
    }
    await store.insert(tenant, model)
    if (former) await store.change(tenant, former.id, () => ({ state: 'retired' }))
    return model
  }

  return async (tenant: Tenant, card: ModelCard, options: TrainOptions): Promise<StoreTraining> => {
    const { bad, good } = (await labels.totals(tenant))[card]
    const shared = await options.network(tenant, card)
    const isTooFew = bad < neededLabels.bad || good < neededLabels.good
    if (isTooFew && !shared) {
      const text = `${bad} bad and ${good} good orders are known; ${neededLabels.bad} and ${neededLabels.good} are needed.`
      return { text, made: false }
    }
    if (!options.isAsked && (await isPatient(tenant, card))) {
      return { text: 'A challenger is waiting for more new orders.', made: false }
    }
    const policy = policyIn(await merchants.policy(tenant.merchantId), tenant.mode)
    const job = await jobFor(tenant, card, policy, shared?.tables ?? null)
    const left: LeftOut = { seen: 0, declined: 0, known: 0 }
    const pages = labels.trainingSet(tenant, { cut: job.cut, card, from: job.cut - rememberedMs })
    const trained = await runTraining({ job, pages: countedPages(pages, left), onProgress: options.onProgress })
    const model = await keep(tenant, job, provenBy(shared, trained), left)
    const on = `${trained.trainedOn.orders} orders, ${trained.trainedOn.bad} of them bad`
    if (!model) return { text: `Trained on ${on}: nothing beats what decides today.`, made: false }
    return { text: `Model ${model.number} was trained on ${on}.`, made: true }
  }
}
