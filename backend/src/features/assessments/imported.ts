import type { Warning } from '#contract/assessment.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import { Conflict, type Documents, type Follower } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import { createIdFrom } from '../../platform/ids.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import { decidedOf, digest } from '../../scoring/digest.ts'
import type { Judgement } from '../../scoring/judge.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import { answerOf } from './answer.ts'
import { asRow, assessments, type AssessmentRow, type RecordedOrder } from './collections.ts'
import { toCount, verdictOf } from './commit.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import type { JudgedOrder } from './judge-order.ts'
import { orderPacks } from './past/packs.ts'

/** An order of a store's past with its verdict, as a replay judged it. Nothing raw is in it. */
export interface ImportedOrder {
  readonly at: number
  readonly orderId: string
  readonly orderRef: string
  readonly facts: OrderFacts
  readonly identifiers: Identifiers
  readonly warnings: readonly Warning[]
  readonly normaliser: number
  readonly contentDigest: string
  readonly values: EvidenceValues
  readonly judgement: Judgement
  readonly policy: Policy
}

/** `kept` is new; `known` stood here already, from an earlier import or as an order of the store itself. */
export type Imported = 'kept' | 'known'

interface Place {
  readonly attempt: number
  readonly previous: string | null
}

/** The same order at the same instant is the same attempt, however often it is imported. */
const idOf = ({ at, orderRef }: ImportedOrder): string => createIdFrom('asm', at, `imported ${orderRef} ${at}`)

const recordedOf = (order: ImportedOrder, { previous }: Place): RecordedOrder => ({
  order_id: order.orderId,
  facts: order.facts,
  identifiers: order.identifiers,
  session_id: null,
  session: { state: 'none' },
  warnings: order.warnings,
  test: null,
  normaliser: order.normaliser,
  previous,
  key_id: 'import',
  imported: true,
})

const judgedOf = ({ judgement, values, policy }: ImportedOrder): JudgedOrder => ({
  ...{ judgement, values, policy },
  ...{ causes: [], full: [], hits: [], shadow: null },
})

const scoredRow = (tenant: Tenant, order: ImportedOrder, place: Place): { row: AssessmentRow; count: Follower } => {
  const { at, facts, judgement, contentDigest } = order
  const recorded = recordedOf(order, place)
  const received = asRow({
    ...{ id: idOf(order), status: 'scored', received_at: at, process: 'import', lease_until: 0 },
    ...{ order_ref: order.orderRef, attempt: place.attempt, amount: facts.amount, currency: facts.currency },
    ...{ level: judgement.risk_level, decision: judgement.decision, score: judgement.trust_score },
    ...{ request_digest: contentDigest, content_digest: contentDigest, order: recorded },
  })
  const judged = judgedOf(order)
  const answer = JSON.stringify(answerOf(tenant, received, recorded, judged, 0))
  const row = asRow({ ...received, verdict: verdictOf(recorded, judged, at), answer })
  const said = digest(decidedOf(judgement, recorded.warnings))
  return { row, count: toCount({ row }, recorded, judged, said) }
}

/** Undefined: it stands here already. An order that the store itself sent is never joined by an imported attempt. */
const placeFor = (order: ImportedOrder, rows: readonly AssessmentRow[]): Place | undefined => {
  const id = idOf(order)
  const isKnown = rows.some(
    (row) => row.order?.imported !== true || row.id === id || row.content_digest === order.contentDigest,
  )
  if (isKnown) return undefined
  const [newest] = [...rows].sort((one, other) => (other.attempt ?? 0) - (one.attempt ?? 0))
  return { attempt: (newest?.attempt ?? 0) + 1, previous: newest?.id ?? null }
}

const mostRows = 500

export const createImported = ({ documents }: Pick<AssessmentDeps, 'documents'>) => {
  const scopeOf = ({ merchantId, mode }: Tenant): Documents => documents.forMerchant(merchantId, mode)

  const standing = async (scope: Documents, refs: readonly string[]): Promise<Map<string, AssessmentRow[]>> => {
    const rows = new Map<string, AssessmentRow[]>()
    const where = { order_ref: { in: refs } }
    for await (const items of everyPage((from) => scope.find(assessments, where, { limit: mostRows, ...from }))) {
      for (const row of items) rows.set(row.order_ref ?? '', [...(rows.get(row.order_ref ?? '') ?? []), row])
    }
    return rows
  }

  return {
    /**
     * Keeps orders of the past, oldest first, each in one write with what its profiles are told (`pushesOf`) and what is
     * counted of it: broken off anywhere and begun anew, nothing is there twice.
     */
    keep: async (
      tenant: Tenant,
      orders: readonly ImportedOrder[],
      pushesOf: (order: ImportedOrder, id: string) => readonly Follower[],
    ): Promise<readonly Imported[]> => {
      const scope = scopeOf(tenant)
      const rows = await standing(scope, [...new Set(orders.map(({ orderRef }) => orderRef))])
      const placed = orders.map((order) => {
        const known = rows.get(order.orderRef) ?? []
        const place = placeFor(order, known)
        if (!place) return undefined
        const scored = scoredRow(tenant, order, place)
        rows.set(order.orderRef, [...known, scored.row])
        return { order, ...scored }
      })
      const keepOne = async (one: (typeof placed)[number]): Promise<Imported> => {
        if (!one) return 'known'
        const { order, row, count } = one
        try {
          await scope.write({ insert: assessments, document: row }, [...pushesOf(order, row.id), count])
          return 'kept'
        } catch (error) {
          // The store sent it at this moment: its own order stands.
          if (error instanceof Conflict) return 'known'
          throw error
        }
      }
      return Promise.all(placed.map(keepOne))
    },

    /** Packs of later orders were made without these: the worker makes them again. */
    unpack: async (tenant: Tenant, from: number): Promise<void> => {
      const scope = scopeOf(tenant)
      for (;;) {
        const { items } = await scope.find(orderPacks, { to: { gt: from } }, { limit: 100 })
        if (items.length === 0) return
        for (const { id } of items) await scope.write({ remove: orderPacks, id })
      }
    },
  }
}
