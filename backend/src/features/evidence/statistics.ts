import type { EvidenceStatistics } from '#contract/console.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { StoredOrder } from '../assessments/service.ts'
import type { EvidenceDeps } from './deps.ts'
import { statisticsOf, type Observed } from './separation.ts'

/** Enough to see what fires; read page by page, so that orders are scored in between. */
const mostOrders = 3_000
const pageSize = 250
const cachedMs = 60_000
const mostCached = 200

/** Worked out when somebody looks, at most once a minute per store. */
export const createStatistics = ({ clock, stored, labels }: Omit<EvidenceDeps, 'policy'>) => {
  const cached = new Map<string, { readonly at: number; readonly statistics: Promise<EvidenceStatistics> }>()

  const observe = async (tenant: Tenant, orders: readonly StoredOrder[], now: number): Promise<readonly Observed[]> => {
    const standings = await labels.outcomesOf(tenant, orders, now)
    return orders.map(({ values }, at) => {
      const outcome = standings[at]?.outcome
      return { values, bad: outcome === 'bad' ? true : outcome === 'good' ? false : null }
    })
  }

  const compute = async (tenant: Tenant, now: number): Promise<EvidenceStatistics> => {
    const observed: Observed[] = []
    let [after, newest, oldest]: [string | undefined, number | undefined, number | undefined] = [
      undefined,
      undefined,
      undefined,
    ]
    do {
      const page = await stored.page(tenant, { direction: 'desc', limit: pageSize }, after)
      const orders = page.items.filter(({ magic }) => !magic)
      observed.push(...(await observe(tenant, orders, now)))
      newest ??= orders[0]?.receivedAt
      oldest = orders.at(-1)?.receivedAt ?? oldest
      after = page.next ?? undefined
    } while (after !== undefined && observed.length < mostOrders)
    return {
      orders: observed.length,
      bad: observed.filter(({ bad }) => bad === true).length,
      good: observed.filter(({ bad }) => bad === false).length,
      from: oldest === undefined ? null : new Date(oldest).toISOString(),
      to: newest === undefined ? null : new Date(newest).toISOString(),
      data: statisticsOf(observed),
    }
  }

  return (tenant: Tenant): Promise<EvidenceStatistics> => {
    const now = clock()
    const name = `${tenant.merchantId}:${tenant.mode}`
    const held = cached.get(name)
    if (held && now - held.at < cachedMs) return held.statistics
    if (cached.size >= mostCached) cached.clear()
    const statistics = compute(tenant, now)
    cached.set(name, { at: now, statistics })
    statistics.catch(() => cached.delete(name))
    return statistics
  }
}
