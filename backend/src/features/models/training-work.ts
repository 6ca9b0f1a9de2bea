import type { ModelCard } from '#contract/console.ts'
import { learning, type LearningDocument } from './collections.ts'
import type { Mode, ModelDeps, Tenant } from './deps.ts'
import type { LearningState } from './learning-state.ts'
import type { ModelStore } from './model-store.ts'
import type { NetworkModel } from './network-model.ts'
import type { createTrainStore } from './train-store.ts'
import { createWatch } from './watch.ts'

const day = 86_400_000
const hour = 3_600_000
const cards: readonly ModelCard[] = ['standard', 'cod']
const modes: readonly Mode[] = ['live', 'test']
const atOnce = 50

interface WorkDeps {
  readonly store: ModelStore
  readonly state: LearningState
  readonly train: ReturnType<typeof createTrainStore>
  readonly network: NetworkModel
}

/** Trains each store once a day and when a person asks; refitting hourly brought nothing measurable. */
export const createTrainingWork = (deps: ModelDeps, { store, state, train, network }: WorkDeps) => {
  const { documents, clock, merchants, changes, log } = deps
  const watch = createWatch(deps)
  let networkAt = -Infinity
  let lookedAt = -Infinity

  const due = async (limit: number) =>
    (await documents.acrossMerchants('models.due', learning, { due_at: { lte: clock() } }, { limit })).items

  /** Stores that nobody asked for yet get their first turn. */
  const meetStores = async (): Promise<void> => {
    lookedAt = clock()
    for (const { merchantId } of await merchants.list()) {
      for (const mode of modes) await state.meet({ merchantId, mode })
    }
  }

  const tell = (
    tenant: Tenant,
    training: Partial<LearningDocument['training']>,
    more: Partial<LearningDocument> = {},
  ) => state.change(tenant, (before) => ({ ...before, ...more, training: { ...before.training, ...training } }))

  /** Told at most once per tenth: each is a write. */
  const createProgress = (tenant: Tenant, part: number) => {
    let told = 0
    return (share: number): void => {
      const progress = Math.floor(((part + share) / cards.length) * 10) / 10
      if (progress <= told) return
      told = progress
      void tell(tenant, { progress }).catch(() => undefined)
    }
  }

  const trainOne = async (tenant: Tenant, isAsked: boolean): Promise<string> => {
    const said: string[] = []
    for (const [part, card] of cards.entries()) {
      const onProgress = createProgress(tenant, part)
      const { text, made } = await train(tenant, card, { isAsked, network: network.modelFor, onProgress })
      said.push(card === 'cod' ? `Cash on delivery: ${text}` : text)
      if (made) await changes.announce()
    }
    return said.join(' ')
  }

  const championOf = async (tenant: Tenant) => store.ofState(tenant, 'standard', 'champion')

  const runOne = async (tenant: Tenant, document: LearningDocument): Promise<void> => {
    const isAsked = document.training.state === 'asked'
    const now = clock()
    try {
      await tell(tenant, { state: 'running', progress: 0, text: 'Reading orders whose outcome is known.' })
      const text = await trainOne(tenant, isAsked)
      const seen = await watch(tenant, await championOf(tenant))
      await tell(tenant, { state: 'done', progress: 1, text, finished_at: clock() }, { due_at: now + day, ...seen })
    } catch (error) {
      log.error({ err: error, merchant: tenant.merchantId }, 'training failed')
      const text = 'Training failed; what decided before decides on. It is tried again in an hour.'
      await tell(tenant, { state: 'failed', text, finished_at: clock() }, { due_at: now + hour })
    }
  }

  const trainNetwork = async (): Promise<void> => {
    if (clock() - networkAt < day) return
    networkAt = clock()
    for (const card of cards) await network.train(card)
  }

  return {
    isDue: async (): Promise<boolean> => clock() - lookedAt > hour || (await due(1)).length > 0,
    run: async (): Promise<number> => {
      if (clock() - lookedAt > hour) await meetStores()
      await trainNetwork()
      const found = await due(atOnce)
      for (const { merchantId, mode, document } of found) await runOne({ merchantId, mode }, document)
      return found.length
    },
  }
}
