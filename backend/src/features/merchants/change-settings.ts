import type { CustomInput } from '#contract/custom-inputs.ts'
import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { policyChanges } from '../../scoring/policy-changes.ts'
import type { Policy } from '../../scoring/policy.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { nextPolicy, storedPolicy, type PolicyEdit } from './change-policy.ts'
import { merchants, type MerchantDocument } from './collections.ts'
import type { MerchantDeps } from './create-merchant.ts'
import {
  parseCustomInputs,
  parseMaturityDays,
  parseOrderUrl,
  parseOrigin,
  parseThresholds,
  parseTimeZone,
} from './settings.ts'

/** Only what is named is changed. */
export interface SettingsPatch {
  readonly name?: string | undefined
  readonly allowedOrigins?: readonly string[] | undefined
  readonly timeZone?: string | undefined
  readonly orderUrl?: string | null | undefined
  readonly necessaryOnly?: boolean | undefined
  readonly maturityDays?: number | undefined
  readonly customInputs?: readonly CustomInput[] | undefined
  readonly thresholds?: { readonly review: number; readonly decline: number } | undefined
}

const adaptPatch = (patch: SettingsPatch): Partial<MerchantDocument> => ({
  ...(patch.name !== undefined && { name: patch.name }),
  ...(patch.allowedOrigins && {
    allowed_origins: [
      ...new Set(patch.allowedOrigins.map((origin, index) => parseOrigin(origin, `/allowed_origins/${index}`))),
    ],
  }),
  ...(patch.timeZone !== undefined && { time_zone: parseTimeZone(patch.timeZone) }),
  ...(patch.orderUrl !== undefined && { order_url: patch.orderUrl === null ? null : parseOrderUrl(patch.orderUrl) }),
  ...(patch.necessaryOnly !== undefined && { necessary_only: patch.necessaryOnly }),
  ...(patch.maturityDays !== undefined && { maturity_days: parseMaturityDays(patch.maturityDays) }),
  ...(patch.customInputs && { custom_inputs: parseCustomInputs(patch.customInputs) }),
})

const thresholdEdit = (wanted: NonNullable<SettingsPatch['thresholds']>): Pick<PolicyEdit, 'apply' | 'changes'> => {
  const thresholds = parseThresholds(wanted)
  const apply = (policy: Policy): Policy => ({
    ...policy,
    cards: { ...policy.cards, standard: { ...policy.cards.standard, thresholds } },
  })
  return { apply, changes: policyChanges }
}

export const createSettingsChange = ({ documents, clock, changes }: MerchantDeps) => {
  const operator = documents.operator()

  return async (actor: Actor, merchantId: string, patch: SettingsPatch): Promise<MerchantDocument> => {
    const merchant = await operator.get(merchants, merchantId)
    if (!merchant) throw new AppError('not_found')
    const set = adaptPatch(patch)
    const at = clock()
    const policy =
      patch.thresholds &&
      nextPolicy(merchant, await storedPolicy(operator, merchant), actor, at, thresholdEdit(patch.thresholds))
    const changed = {
      ...merchant,
      ...set,
      ...(policy && { policy_number: policy.number }),
      revision: merchant.revision + 1,
    }
    const { id, ...rest } = changed
    const trace = operatorAuditEntry({
      organization_id: merchant.organization_id,
      merchant_id: merchantId,
      actor,
      action: policy ? 'policy.changed' : 'merchant.settings_changed',
      object: { type: 'merchant', id },
      at,
      details: { fields: [...Object.keys(set), ...(policy ? ['thresholds'] : [])].join(', ') },
    })
    await operator
      .write({ update: merchants, id, changes: { set: rest }, expect: { revision: merchant.revision } }, [
        trace,
        ...(policy ? [policy.follower] : []),
      ])
      .catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
        throw new AppError('validation_failed', { detail: 'The settings were changed at the same moment. Try again.' })
      })
    await changes.announce()
    return changed
  }
}
