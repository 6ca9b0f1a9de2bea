import { models, type ModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'
import type { LearningState } from './learning-state.ts'
import type { Promotion } from './promote.ts'
import type { Actor } from '../audit/service.ts'

interface StandingDeps {
  readonly state: LearningState
  readonly promotion: Promotion
}

const gateActor: Actor = { type: 'worker', id: null }

/** What the worker does about models that decide, or run beside, in all stores. */
export const createStandingModels = (deps: ModelDeps, { state, promotion }: StandingDeps) => {
  const { documents, clock, changes } = deps

  const inState = async (
    wanted: 'champion' | 'challenger',
  ): Promise<readonly { readonly tenant: Tenant; readonly model: ModelDocument }[]> => {
    const where = { state: wanted, created_at: { gte: 0 } }
    const { items } = await documents.acrossMerchants('models.gate', models, where, { limit: 500 })
    return items.map(({ merchantId, mode, document }) => ({ tenant: { merchantId, mode }, model: document }))
  }

  return {
    /** Challengers that passed the gate, of stores that leave it to the gate. */
    promotePassed: async (): Promise<number> => {
      let promoted = 0
      for (const { tenant, model } of await inState('challenger')) {
        if (model.gate.outcome !== 'passed' || !(await state.read(tenant)).automatic) continue
        await promotion.promote(tenant, gateActor, model.id, false)
        promoted += 1
      }
      if (promoted > 0) await changes.announce()
      return promoted
    },
    /** Stores that share no more: what stands on the network decides there no more, and is learned again without it. */
    withdrawNetwork: async (): Promise<number> => {
      let withdrawn = 0
      for (const modelState of ['champion', 'challenger'] as const) {
        for (const { tenant, model } of await inState(modelState)) {
          if (model.network === null || (await deps.shares(tenant))) continue
          await promotion.withoutNetwork(tenant, model)
          await state.change(tenant, (before) => ({ ...before, due_at: clock() }))
          withdrawn += 1
        }
      }
      if (withdrawn > 0) await changes.announce()
      return withdrawn
    },
  }
}
