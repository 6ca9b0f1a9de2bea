import type { Decision, RiskLevel } from '#contract/assessment.ts'
import type { Documents } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { NetworkIdentifiers } from '../network/service.ts'
import { assessments, type AssessmentRow } from './collections.ts'
import { orderRefOf } from './content-digest.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { asAnswered } from './read.ts'
import { attemptsOf } from './record.ts'

/** One scored attempt as other rooms may read it: facts, keyed identifiers, the evidence as it was when it was scored. */
export interface StoredOrder {
  readonly id: string
  readonly orderRef: string
  readonly orderId: string
  readonly attempt: number
  readonly receivedAt: number
  readonly amount: number
  readonly currency: string
  readonly method: OrderFacts['method']
  readonly facts: OrderFacts
  readonly identifiers: Identifiers
  /** Under the network's key; undefined where the store did not share. */
  readonly network: NetworkIdentifiers | undefined
  readonly sessionId: string | null
  readonly decision: Decision
  readonly level: RiskLevel
  readonly score: number
  readonly rawScore: number
  /** The strongest reason against the order. */
  readonly reason: string | null
  /** Let through although it would have been declined, so that learning sees what is stopped. */
  readonly control: boolean
  /** In registry order. */
  readonly values: EvidenceValues
  readonly degraded: boolean
  readonly policyRevision: string
  /** Its verdict was asked for by a magic test e-mail: it belongs to no profile and teaches nothing. */
  readonly magic: boolean
  /** Brought in from the store's past, with a verdict that nobody acted on. */
  readonly imported: boolean
}

const adaptStored = (row: AssessmentRow): StoredOrder | undefined => {
  const { order, verdict, order_ref: orderRef } = row
  const answered = asAnswered(row)
  if (!order || !verdict || !answered || orderRef === undefined) return undefined
  const [worst] = answered.reasons.filter(({ points }) => points < 0).sort((one, other) => one.points - other.points)
  return {
    id: row.id,
    orderRef,
    orderId: order.order_id,
    attempt: row.attempt ?? 1,
    receivedAt: row.received_at,
    amount: order.facts.amount,
    currency: order.facts.currency,
    method: order.facts.method,
    facts: order.facts,
    identifiers: order.identifiers,
    network: order.network,
    sessionId: order.session_id,
    decision: answered.decision,
    level: answered.risk_level,
    score: answered.trust_score,
    rawScore: verdict.raw_score,
    reason: worst?.text ?? null,
    control: answered.control,
    values: verdict.values,
    degraded: answered.degraded,
    policyRevision: verdict.policy_revision,
    magic: order.test !== null,
    imported: order.imported === true,
  }
}

const adaptAll = (rows: readonly (AssessmentRow | undefined)[]): readonly StoredOrder[] =>
  rows.map((row) => row && adaptStored(row)).filter((order) => order !== undefined)

export interface StoredPage {
  readonly items: readonly StoredOrder[]
  readonly next: string | null
}

/** Received from `from` on and before `to`, epoch milliseconds; both optional. */
export interface StoredRange {
  readonly from?: number
  readonly to?: number
  readonly direction?: 'asc' | 'desc'
  readonly limit?: number
}

const boundsOf = ({ from, to }: StoredRange) => ({
  ...(from === undefined ? {} : { gte: from }),
  ...(to === undefined ? {} : { lt: to }),
})

/** Scored orders for the rooms that learn from them, follow them up or test rules on them. */
export const createStored = ({ documents, storeKeys }: Pick<AssessmentDeps, 'documents' | 'storeKeys'>) => {
  const scopeOf = ({ merchantId, mode }: Tenant): Documents => documents.forMerchant(merchantId, mode)
  const scoredAttempts = async (tenant: Tenant, orderRef: string) =>
    adaptAll(await attemptsOf(scopeOf(tenant), orderRef))

  return {
    /** Where profiles of this store stand: identifiers of orders are as they always were. */
    ladder: async ({ merchantId }: Tenant): Promise<Ladder> => (await storeKeys(merchantId)).ladder,
    /** Scored attempts, newest first; empty when there are none. */
    attempts: scoredAttempts,
    attemptsByOrderId: async (tenant: Tenant, orderId: string) =>
      scoredAttempts(tenant, orderRefOf(await storeKeys(tenant.merchantId), orderId)),
    /** All attempts of the order that this one belongs to. */
    attemptsByAssessment: async (tenant: Tenant, id: string): Promise<readonly StoredOrder[]> => {
      const row = /^asm_[0-9A-Z]{26}$/.test(id) ? await scopeOf(tenant).get(assessments, id) : undefined
      return row?.order_ref === undefined ? [] : scoredAttempts(tenant, row.order_ref)
    },

    byIds: async (tenant: Tenant, ids: readonly string[]) =>
      ids.length === 0 ? [] : adaptAll(await scopeOf(tenant).getMany(assessments, ids)),

    /** Pages by receipt, oldest first unless asked otherwise. */
    page: async (tenant: Tenant, range: StoredRange = {}, after?: string): Promise<StoredPage> => {
      const { limit = 500, direction = 'asc' } = range
      const where = { status: 'scored', received_at: { gte: 0, ...boundsOf(range) } }
      const options = { sort: { field: 'received_at', direction }, limit, ...(after === undefined ? {} : { after }) }
      const { items, next } = await scopeOf(tenant).find(assessments, where, options)
      return { items: adaptAll(items), next }
    },

    /** Orders received before this instant are all scored; null: no order waits for its verdict. */
    oldestUnscored: async (tenant: Tenant): Promise<number | null> => {
      const sort = { field: 'received_at', direction: 'asc' } as const
      const { items } = await scopeOf(tenant).find(assessments, { status: 'received' }, { sort, limit: 1 })
      return items[0]?.received_at ?? null
    },
  }
}
export type StoredOrders = ReturnType<typeof createStored>
