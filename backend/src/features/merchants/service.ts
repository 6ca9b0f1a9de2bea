import { AppError } from '../../platform/app-error.ts'
import { createCached } from '../../platform/changes/cached.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import { defaultPolicy, type Policy } from '../../scoring/policy.ts'
import type { Actor } from '../audit/service.ts'
import { createPolicyChange, createPolicyHistory, type PolicyEdit, type StoredRevision } from './change-policy.ts'
import { createSettingsChange, type SettingsPatch } from './change-settings.ts'
import {
  merchants,
  organizations,
  policies,
  policyId,
  policyOf,
  type MerchantDocument,
  type OrganizationDocument,
} from './collections.ts'
import { createMerchantCreator, type MerchantDeps, type NewMerchant, type WantedMerchant } from './create-merchant.ts'
import { createForget, type Forget } from './forget.ts'
import { createOrganizationCreator } from './create-organization.ts'
import { createOrganizationRename } from './rename-organization.ts'
import { adaptSettings, type MerchantSettings } from './settings.ts'

export type { KeySet, NewMerchant, WantedMerchant } from './create-merchant.ts'
export type { MerchantSettings } from './settings.ts'
export type { SettingsPatch } from './change-settings.ts'
export type { PolicyEdit, StoredRevision } from './change-policy.ts'

/** Answers come from memory; a change is in force here at once and in other processes within 2 s (`ChangeFeed`). */
export interface MerchantService extends Forget {
  create(actor: Actor, wanted: WantedMerchant): Promise<NewMerchant>
  /** Without a store. Answers its id. */
  createOrganization(name: string): Promise<string>
  renameOrganization(actor: Actor, id: string, name: string): Promise<void>
  /** Throws `not_found`. */
  settings(merchantId: string): Promise<MerchantSettings>
  changeSettings(actor: Actor, merchantId: string, patch: SettingsPatch): Promise<MerchantSettings>
  /** The policy in force. Throws `not_found` when there is no such merchant. */
  policy(merchantId: string): Promise<Policy>
  /** A policy that once decided; undefined: never stored. For replay. */
  policyAt(merchantId: string, revision: string): Promise<Policy | undefined>
  /** A new revision with a trace; answers it. Throws `not_found`, and what the edit throws. */
  changePolicy(actor: Actor, merchantId: string, edit: PolicyEdit): Promise<Policy>
  /** Newest first. */
  policyHistory(merchantId: string, limit: number): Promise<readonly StoredRevision[]>
  /** All of the installation, newest first: for the operator's page. */
  organizations(): Promise<readonly OrganizationDocument[]>
  /** Throws `not_found`. */
  organization(organizationId: string): Promise<{ readonly id: string; readonly name: string }>
  /** Those that are open, oldest first. */
  ofOrganization(organizationId: string): Promise<readonly MerchantSettings[]>
  /** Those that were closed and erased as well, oldest first. */
  everOfOrganization(organizationId: string): Promise<readonly MerchantSettings[]>
  /** All of the installation that hold data, oldest first: for the worker and the operator's command line. */
  list(): Promise<readonly MerchantSettings[]>
}

interface Known {
  readonly settings: MerchantSettings
  readonly policy: Policy
}

/** More stores than one installation has; a second page is read all the same. */
const pageSize = 500
const mostOrganizations = 10_000

const without = async (
  stores: readonly MerchantSettings[],
  isOut: (id: string) => Promise<boolean>,
): Promise<readonly MerchantSettings[]> => {
  const out = await Promise.all(stores.map(({ merchantId }) => isOut(merchantId)))
  return stores.filter((_, at) => out[at] !== true)
}

export const createMerchants = (deps: MerchantDeps): MerchantService => {
  const { documents, changes, closings } = deps
  const operator = documents.operator()

  const policyAt = async (merchantId: string, revision: string): Promise<Policy | undefined> => {
    const stored = await operator.get(policies, policyId(merchantId, revision))
    return stored && policyOf(stored)
  }

  const known = createCached({
    changes,
    load: async (merchantId): Promise<Known> => {
      const merchant = await operator.get(merchants, merchantId)
      if (!merchant) throw new AppError('not_found', { detail: 'There is no such merchant.' })
      const policy = await policyAt(merchantId, `pol_${merchant.policy_number}`)
      return { settings: adaptSettings(merchant), policy: policy ?? defaultPolicy }
    },
  })

  const listed = async (where: Readonly<Record<string, string>>): Promise<readonly MerchantSettings[]> => {
    const all: MerchantDocument[] = []
    const oldestFirst = { sort: { field: 'created_at', direction: 'asc' }, limit: pageSize } as const
    for await (const items of everyPage((from) => operator.find(merchants, where, { ...oldestFirst, ...from }))) {
      all.push(...items)
    }
    return all.map(adaptSettings)
  }

  const ofOrganization = createCached({
    changes,
    load: async (id) => without(await listed({ organization_id: id }), closings.isClosed),
  })
  const organization = createCached({
    changes,
    load: async (organizationId) => {
      const found = await operator.get(organizations, organizationId)
      if (!found) throw new AppError('not_found')
      return { id: found.id, name: found.name }
    },
  })
  const change = createSettingsChange(deps)

  return {
    create: createMerchantCreator(deps),
    createOrganization: createOrganizationCreator(deps),
    renameOrganization: createOrganizationRename(deps),
    settings: async (merchantId) => (await known(merchantId)).settings,
    changeSettings: async (actor, merchantId, patch) => adaptSettings(await change(actor, merchantId, patch)),
    policy: async (merchantId) => (await known(merchantId)).policy,
    policyAt,
    changePolicy: createPolicyChange(deps),
    policyHistory: createPolicyHistory(deps),
    organization,
    organizations: async () => (await operator.find(organizations, {}, { limit: mostOrganizations })).items,
    ofOrganization,
    everOfOrganization: (id) => listed({ organization_id: id }),
    list: async () => without(await listed({}), closings.isErased),
    ...createForget(deps),
  }
}
