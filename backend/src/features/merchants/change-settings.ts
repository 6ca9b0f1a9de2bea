import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Follower } from '../../platform/documents/port.ts'
import { defaultPolicy } from '../../scoring/policy.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { merchants, policies, policyId, policyOf, type MerchantDocument } from './collections.ts'
import type { MerchantDeps } from './create-merchant.ts'
import { parseOrderUrl, parseOrigin, parseThresholds, parseTimeZone } from './settings.ts'

/** Only what is named is changed. */
export interface SettingsPatch {
  readonly name?: string | undefined
  readonly allowedOrigins?: readonly string[] | undefined
  readonly timeZone?: string | undefined
  readonly orderUrl?: string | null | undefined
  readonly necessaryOnly?: boolean | undefined
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
})

export const createSettingsChange = ({ documents, clock, changes }: MerchantDeps) => {
  const operator = documents.operator()

  /** What a verdict depends on gets a revision of its own; the old one stays, for replay. */
  const nextPolicy = async (merchant: MerchantDocument, thresholds: NonNullable<SettingsPatch['thresholds']>) => {
    const number = merchant.policy_number + 1
    const revision = `pol_${number}`
    const stored = await operator.get(policies, policyId(merchant.id, `pol_${merchant.policy_number}`))
    const policy = { ...(stored ? policyOf(stored) : defaultPolicy), revision, thresholds: parseThresholds(thresholds) }
    const id = policyId(merchant.id, revision)
    const follower: Follower = {
      insert: policies,
      document: { id, merchant_id: merchant.id, policy: { ...policy }, created_at: clock() },
    }
    return { number, follower }
  }

  return async (actor: Actor, merchantId: string, patch: SettingsPatch): Promise<MerchantDocument> => {
    const merchant = await operator.get(merchants, merchantId)
    if (!merchant) throw new AppError('not_found')
    const set = adaptPatch(patch)
    const policy = patch.thresholds && (await nextPolicy(merchant, patch.thresholds))
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
      at: clock(),
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
