import type { LabelName } from '#contract/labels.ts'
import { createIdFrom } from '../../platform/ids.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { saysOfLabel } from '../../scoring/standing.ts'
import type { StoredOrders } from '../assessments/service.ts'
import { labels, type LabelDocument } from './collections.ts'
import { hasAttempts, mostFacts, type Attempts, type Ledger } from './ledger.ts'

export interface PastLabel {
  readonly orderRef: string
  /** When it became known. */
  readonly at: number
  readonly label: LabelName
  readonly reasonCode: string | null
}

/** `unknown`: the store has no such order. */
export type ToldPast = 'told' | 'known' | 'unknown'

export interface TellPastDeps {
  readonly stored: Pick<StoredOrders, 'attempts'>
}

/** From what it says and when, so that the same past told twice is one label. */
const draft = ([newest]: Attempts, { at, label, reasonCode }: PastLabel): LabelDocument => ({
  id: createIdFrom('lab', at, JSON.stringify([newest.orderRef, label, reasonCode, at])),
  order_ref: newest.orderRef,
  order_id: newest.orderId,
  assessment_id: newest.id,
  label,
  source: 'import',
  reason_code: reasonCode,
  occurred_at: null,
  known_at: Math.max(at, newest.receivedAt),
  received_at: at,
  told_by: 'operator',
})

/**
 * Labels and silence of a past that is brought in: they count from the instant at which they became known, and nobody is
 * told of them outside.
 */
export const createTellPast = ({ stored }: TellPastDeps, ledger: Ledger) => ({
  label: async (tenant: Tenant, past: PastLabel): Promise<ToldPast> => {
    const attempts = await stored.attempts(tenant, past.orderRef)
    if (!hasAttempts(attempts)) return 'unknown'
    const label = draft(attempts, past)
    const { id, known_at: at, source, reason_code: code } = label
    const { isNew } = await ledger.settle(tenant, attempts, {
      cause: 'label',
      at: past.at,
      fact: (facts) => {
        const known = facts.find((fact) => fact.id === id) ?? (facts.length >= mostFacts ? facts.at(-1) : undefined)
        if (known) return { known }
        return { id, at, says: saysOfLabel(past.label, code), told: JSON.stringify([past.label, source, code, null]) }
      },
      with: () => [{ insert: labels, document: { ...label } }],
    })
    return isNew ? 'told' : 'known'
  },

  /** Nothing was heard of the order until this instant. */
  silence: async (tenant: Tenant, orderRef: string, at: number): Promise<void> => {
    const attempts = await stored.attempts(tenant, orderRef)
    if (hasAttempts(attempts)) await ledger.settle(tenant, attempts, { cause: 'silence', at })
  },
})
