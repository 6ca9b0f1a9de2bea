import type { ModelCard, ModelRow, Models } from '#contract/console.ts'
import type { ModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'
import type { LearningState } from './learning-state.ts'
import type { ModelStore } from './model-store.ts'
import type { Promotion } from './promote.ts'
import { neededLabels } from './train-store.ts'
import { viewChargebacks, viewDrift, viewTraining } from './view.ts'

const cards: readonly ModelCard[] = ['standard', 'cod']

interface Parts {
  readonly store: ModelStore
  readonly state: LearningState
  readonly promotion: Promotion
  readonly rowOf: (model: ModelDocument) => Promise<ModelRow>
}

/** All that the model page shows of a store. */
export const createOverview = ({ clock, labels }: ModelDeps, { store, state, promotion, rowOf }: Parts) => {
  const cardView = async (tenant: Tenant, card: ModelCard, versions: readonly ModelDocument[]) => {
    const policy = await promotion.current(tenant)
    const target = await promotion.returnsTo(tenant, card)
    const known = (await labels.totals(tenant))[card]
    return {
      card,
      champion: policy.cards[card].model,
      challenger: versions.find((model) => model.card === card && model.state === 'challenger')?.id ?? null,
      returns_to: target && {
        id: target.model?.id ?? null,
        text: target.model ? `Model ${target.model.number}` : 'The expert scorecard',
      },
      base: policy.cards[card].base,
      labels: { bad: known.bad, good: known.good },
      needs: { ...neededLabels },
    }
  }

  return async (tenant: Tenant): Promise<Models> => {
    const [versions, learning] = await Promise.all([store.list(tenant), state.read(tenant)])
    return {
      versions: await Promise.all(versions.map(rowOf)),
      cards: await Promise.all(cards.map((card) => cardView(tenant, card, versions))),
      automatic: learning.automatic,
      training: viewTraining(learning),
      drift: viewDrift(learning),
      chargebacks: viewChargebacks(learning, clock()),
    }
  }
}
