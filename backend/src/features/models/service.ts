import type { ModelCard, ModelDetail, ModelRow, Models, Training } from '#contract/console.ts'
import { auditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import type { LearningDocument, ModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'
import { createLearningState } from './learning-state.ts'
import { createModelStore } from './model-store.ts'
import { createNetworkModel } from './network-model.ts'
import { createPromotion } from './promote.ts'
import { createStandingModels } from './standing-models.ts'
import { createTrainStore } from './train-store.ts'
import { createTrainingWork } from './training-work.ts'
import { createOverview } from './overview.ts'
import { viewDetail, viewRow, viewTraining } from './view.ts'

export { createChallengers, createShadowConsumer } from './shadow.ts'
export { createAskModel } from './ask-model.ts'
export { createModelRole, type ModelRole } from './model-role.ts'
export { modelPath } from './wire.ts'
export { createRunTraining } from './run-training.ts'

export const createModels = (deps: ModelDeps) => {
  const { clock, changes, personName, documents } = deps
  const store = createModelStore(deps)
  const state = createLearningState(deps)
  const promotion = createPromotion(deps, store)
  const network = createNetworkModel(deps)
  const train = createTrainStore(deps, store)
  const work = createTrainingWork(deps, { store, state, train, network })
  const standing = createStandingModels(deps, { state, promotion })

  const nameOf = ({ promoted_by: id }: ModelDocument) => (id === null ? null : personName(id))
  const rowOf = async (model: ModelDocument): Promise<ModelRow> => viewRow(model, await nameOf(model))

  const trace = async ({ merchantId, mode }: Tenant, actor: Actor, action: AuditAction): Promise<void> => {
    const { organizationId } = await deps.merchants.settings(merchantId)
    const at = clock()
    const entry = auditEntry({ organization_id: organizationId, merchant_id: merchantId, mode, actor, action, at })
    await documents.forMerchant(merchantId, mode).write(entry)
  }

  const overview = createOverview(deps, { store, state, promotion, rowOf })

  return {
    overview,
    training: async (tenant: Tenant): Promise<Training> => viewTraining(await state.read(tenant)),
    get: async (tenant: Tenant, id: string): Promise<ModelDetail> => {
      const model = await store.get(tenant, id)
      return viewDetail(model, await nameOf(model))
    },
    promote: async (tenant: Tenant, actor: Actor, id: string, override: boolean): Promise<ModelRow> => {
      await promotion.promote(tenant, actor, id, override)
      await changes.announce()
      return rowOf(await store.get(tenant, id))
    },
    goBack: async (tenant: Tenant, actor: Actor, card: ModelCard): Promise<Models> => {
      await promotion.goBack(tenant, actor, card)
      await changes.announce()
      return overview(tenant)
    },
    ask: async (tenant: Tenant, actor: Actor): Promise<Training> => {
      const now = clock()
      const asked = (before: LearningDocument): LearningDocument =>
        before.training.state === 'running' || before.training.state === 'asked'
          ? before
          : {
              ...before,
              due_at: now,
              training: {
                ...before.training,
                state: 'asked',
                progress: 0,
                text: 'Waiting for the worker.',
                asked_at: now,
              },
            }
      const learning = await state.change(tenant, asked)
      await trace(tenant, actor, 'model.training_asked')
      return viewTraining(learning)
    },
    setAutomatic: async (tenant: Tenant, actor: Actor, automatic: boolean): Promise<Models> => {
      await state.change(tenant, (before) => ({ ...before, automatic }))
      await trace(tenant, actor, 'model.settings_changed')
      return overview(tenant)
    },
    /** For the worker. */
    isDue: work.isDue,
    trainDue: work.run,
    ...standing,
  }
}
export type ModelService = ReturnType<typeof createModels>
