import type { ModelCard } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import { baseOf } from '../../scoring/base.ts'
import { policyIn, withModel } from '../../scoring/policy-in.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { Actor } from '../audit/service.ts'
import type { ModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'
import type { ModelStore } from './model-store.ts'

const worker: Actor = { type: 'worker', id: null }
const cardName = (card: ModelCard) => (card === 'cod' ? 'cash on delivery' : 'orders')

export const createPromotion = ({ clock, merchants, labels }: ModelDeps, store: ModelStore) => {
  /** A model, or none, becomes what decides: one revision of the policy, which any verdict can be replayed under. */
  const install = async (tenant: Tenant, actor: Actor, card: ModelCard, model: ModelDocument | null, said: string) => {
    const { merchantId, mode } = tenant
    const base = model ? model.base : await scorecardBase(tenant, card)
    const learned = { base, tables: model?.tables ?? null, model: model?.id ?? null }
    await merchants.changePolicy(actor, merchantId, {
      apply: (policy) => withModel(policy, mode, card, learned),
      changes: () => [said],
      action: 'model.promoted',
      ...(model && { object: { type: 'model', id: model.id } }),
      details: { card, mode },
    })
  }

  /** Without a model the start follows the known outcomes again. */
  const scorecardBase = async (tenant: Tenant, card: ModelCard): Promise<number> =>
    baseOf((await labels.totals(tenant))[card], card)

  const retire = async (tenant: Tenant, policy: Policy, card: ModelCard): Promise<void> => {
    const former = policy.cards[card].model
    if (former === null || !(await store.find(tenant, former))) return
    await store.change(tenant, former, () => ({ state: 'former' }))
  }

  const current = async ({ merchantId, mode }: Tenant): Promise<Policy> =>
    policyIn(await merchants.policy(merchantId), mode)

  const promote = async (tenant: Tenant, actor: Actor, id: string, override: boolean): Promise<void> => {
    const model = await store.get(tenant, id)
    if (model.state === 'champion') return
    if (model.gate.outcome !== 'passed' && model.state !== 'former' && !override) {
      const detail = 'This version has not passed the gate. Send "override": true to let it decide all the same.'
      throw new AppError('validation_failed', { detail, errors: [{ pointer: '/override', code: 'gate', detail }] })
    }
    const before = await current(tenant)
    await install(tenant, actor, model.card, model, `Model ${model.number} decides on ${cardName(model.card)}`)
    await retire(tenant, before, model.card)
    const promotedBy = actor.type === 'person' ? actor.id : null
    await store.change(tenant, id, () => ({ state: 'champion', promoted_at: clock(), promoted_by: promotedBy }))
  }

  /** Where "return" goes: the version that decided before, else the scorecard; null: nothing decides but the scorecard. */
  const returnsTo = async (
    tenant: Tenant,
    card: ModelCard,
  ): Promise<{ readonly model: ModelDocument | null } | null> => {
    const { model: id } = (await current(tenant)).cards[card]
    if (id === null) return null
    const former = (await store.list(tenant))
      .filter((model) => model.card === card && model.state === 'former' && model.promoted_at !== null)
      .sort((a, b) => (b.promoted_at ?? 0) - (a.promoted_at ?? 0))
    const champion = await store.find(tenant, id)
    const before = former.find(({ promoted_at: at }) => (at ?? 0) < (champion?.promoted_at ?? Infinity))
    return { model: before ?? null }
  }

  const goBack = async (tenant: Tenant, actor: Actor, card: ModelCard): Promise<void> => {
    const target = await returnsTo(tenant, card)
    if (!target) {
      const detail = 'The expert scorecard decides already; there is nothing to return to.'
      throw new AppError('validation_failed', { detail, errors: [{ pointer: '/card', code: 'nothing', detail }] })
    }
    const before = await current(tenant)
    const { model } = target
    const said = model
      ? `Back to model ${model.number} on ${cardName(card)}`
      : `Back to the scorecard on ${cardName(card)}`
    await install(tenant, actor, card, model, said)
    await retire(tenant, before, card)
    if (model) await store.change(tenant, model.id, () => ({ state: 'champion' }))
  }

  /** The store shares no more: what it took goes as well. */
  const withoutNetwork = async (tenant: Tenant, model: ModelDocument): Promise<void> => {
    const isDeciding = (await current(tenant)).cards[model.card].model === model.id
    if (isDeciding) {
      await install(
        tenant,
        worker,
        model.card,
        null,
        `Back to the scorecard on ${cardName(model.card)}: nothing is shared`,
      )
    }
    await store.change(tenant, model.id, () => ({ state: 'retired' }))
  }

  return { promote, goBack, returnsTo, current, withoutNetwork }
}
export type Promotion = ReturnType<typeof createPromotion>
