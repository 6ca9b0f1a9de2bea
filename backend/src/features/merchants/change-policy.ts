import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Documents, type Follower } from '../../platform/documents/port.ts'
import { defaultPolicy, type Policy } from '../../scoring/policy.ts'
import { operatorAuditEntry, type Actor, type AuditAction, type AuditEntry } from '../audit/service.ts'
import { merchants, policies, policyId, policyJson, policyOf, type MerchantDocument } from './collections.ts'
import type { MerchantDeps } from './create-merchant.ts'

/** A change of what a verdict depends on. */
export interface PolicyEdit {
  /** Pure: it is asked again when another change came first. What it throws is the answer. */
  readonly apply: (policy: Policy) => Policy
  /** A sentence per change, for the history. */
  readonly changes: (before: Policy, after: Policy) => readonly string[]
  readonly action?: AuditAction
  readonly object?: AuditEntry['object']
  readonly details?: AuditEntry['details']
  /** What is written beside the policy, in the same batch. */
  readonly followers?: (after: Policy, at: number) => readonly Follower[]
}

export interface NextPolicy {
  readonly policy: Policy
  readonly number: number
  readonly follower: Follower
}

/** More people at once than any store has. */
const mostRounds = 8

export const storedPolicy = async (operator: Documents, { id, policy_number: number }: MerchantDocument) => {
  const stored = await operator.get(policies, policyId(id, `pol_${number}`))
  return stored ? policyOf(stored) : defaultPolicy
}

/** The next revision, to be written beside the merchant that names it; the old one stays, for replay. */
export const nextPolicy = (
  merchant: MerchantDocument,
  before: Policy,
  author: Actor,
  at: number,
  { apply, changes }: Pick<PolicyEdit, 'apply' | 'changes'>,
): NextPolicy => {
  const number = merchant.policy_number + 1
  const revision = `pol_${number}`
  const policy = { ...apply(before), revision }
  const id = policyId(merchant.id, revision)
  const document = {
    ...{ id, merchant_id: merchant.id, policy: policyJson(policy), author, created_at: at },
    changes: [...changes(before, policy)],
  }
  return { policy, number, follower: { insert: policies, document } }
}

/** Each change is a new revision, in force here at once and in every other process within 2 s. */
export const createPolicyChange = ({ documents, clock, changes: feed }: MerchantDeps) => {
  const operator = documents.operator()

  const attempt = async (actor: Actor, merchantId: string, edit: PolicyEdit): Promise<Policy> => {
    const merchant = await operator.get(merchants, merchantId)
    if (!merchant) throw new AppError('not_found')
    const at = clock()
    const { policy, number, follower } = nextPolicy(merchant, await storedPolicy(operator, merchant), actor, at, edit)
    const set = { policy_number: number, revision: merchant.revision + 1 }
    const trace = operatorAuditEntry({
      organization_id: merchant.organization_id,
      merchant_id: merchantId,
      actor,
      action: edit.action ?? 'policy.changed',
      object: edit.object ?? { type: 'merchant', id: merchantId },
      at,
      details: { ...edit.details, policy_revision: policy.revision },
    })
    await operator.write(
      { update: merchants, id: merchantId, changes: { set }, expect: { revision: merchant.revision } },
      [follower, trace, ...(edit.followers?.(policy, at) ?? [])],
    )
    await feed.announce()
    return policy
  }

  return async (actor: Actor, merchantId: string, edit: PolicyEdit): Promise<Policy> => {
    for (let round = 1; ; round += 1) {
      try {
        return await attempt(actor, merchantId, edit)
      } catch (error) {
        if (!(error instanceof Conflict) || round === mostRounds) throw error
      }
    }
  }
}

export interface StoredRevision {
  readonly revision: string
  readonly at: number
  readonly author: Actor | null
  readonly changes: readonly string[]
}

/** Newest first. */
export const createPolicyHistory =
  ({ documents }: MerchantDeps) =>
  async (merchantId: string, limit: number): Promise<readonly StoredRevision[]> => {
    const operator = documents.operator()
    const merchant = await operator.get(merchants, merchantId)
    if (!merchant) throw new AppError('not_found')
    const newest = merchant.policy_number
    const numbers = Array.from({ length: Math.min(limit, newest) }, (_, back) => newest - back)
    const found = await operator.getMany(
      policies,
      numbers.map((number) => policyId(merchantId, `pol_${number}`)),
    )
    return found
      .filter((document) => document !== undefined)
      .map((document) => ({
        revision: policyOf(document).revision,
        at: document.created_at,
        author: document.author ?? null,
        changes: document.changes ?? [],
      }))
  }
