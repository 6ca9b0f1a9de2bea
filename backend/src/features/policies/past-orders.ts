import type { PastRow } from '../assessments/service.ts'
import type { PastOrder } from '../../scoring/what-if.ts'
import { ruleFieldsOf } from '../../scoring/rules/rule-fields.ts'
import type { LabelService } from '../labels/service.ts'
import type { PastOrders, PastRange, Tenant } from './run-backtest.ts'

export interface PastDeps {
  readonly past: {
    readonly pages: (tenant: Tenant, range: PastRange) => AsyncIterable<readonly PastRow[]>
    readonly count: (tenant: Tenant, range: PastRange) => Promise<number>
  }
  readonly labels: Pick<LabelService, 'outcomesOf'>
  readonly now: () => number
}

const outcomeOf = (outcome: string | undefined): PastOrder['outcome'] =>
  outcome === 'bad' || outcome === 'good' ? outcome : 'unknown'

const adapt = (row: PastRow, outcome: PastOrder['outcome']): PastOrder => ({
  id: row.id,
  orderId: row.orderId,
  at: row.receivedAt,
  amount: row.facts.amount,
  currency: row.facts.currency,
  values: row.values,
  hits: row.hits,
  fields: ruleFieldsOf(row.facts, { ip: row.ip, agent: row.agent }),
  outcome,
})

/** Past orders with what became of them: an order with several attempts is one order, as its newest. */
export const createPast = ({ past, labels, now }: PastDeps): PastOrders => {
  async function* pages(tenant: Tenant, range: PastRange): AsyncGenerator<readonly PastOrder[]> {
    const replaced = new Set<string>()
    let left = range.most
    for await (const page of past.pages(tenant, range)) {
      const newest = page
        .filter(({ orderRef, attempt }) => {
          const isNewest = !replaced.has(orderRef)
          if (attempt > 1) replaced.add(orderRef)
          return isNewest
        })
        .slice(0, left)
      const attempts = newest.map((row) => ({ ...row, method: row.facts.method }))
      const standings = await labels.outcomesOf(tenant, attempts, now())
      yield newest.map((row, at) => adapt(row, outcomeOf(standings[at]?.outcome)))
      left -= newest.length
      if (left <= 0) return
    }
  }
  return { pages, count: async (tenant, range) => Math.min(range.most, await past.count(tenant, range)) }
}
