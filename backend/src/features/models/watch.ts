import { columnBin, featureOf } from '../../scoring/learning/features.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import { stabilityOf } from '../../scoring/learning/drift.ts'
import { binCount } from '../../scoring/learning/tables.ts'
import { registry } from '../../scoring/registry.ts'
import type { StoredOrder } from '../assessments/service.ts'
import type { Chargebacks, LearningDocument, ModelDocument } from './collections.ts'
import type { ModelDeps, Tenant } from './deps.ts'

const day = 86_400_000
const chargebackDays = 30
const driftDays = 14
/** Fewer new orders than this move by chance. */
const fewestOrders = 200

const features = registry.map(featureOf)

const createPopulation = () => {
  const counts = features.map((feature) => new Float64Array(binCount(feature) + 1))
  let orders = 0
  return {
    add({ values }: Pick<StoredOrder, 'values'>): void {
      orders += 1
      features.forEach((feature, index) => {
        const count = counts[index]
        const bin = columnBin(feature, values[index])
        if (count) count[bin] = (count[bin] ?? 0) + 1
      })
    },
    driftFrom({ population }: Pick<ModelDocument, 'population'>): { evidence: string; stability: number }[] {
      if (orders < fewestOrders) return []
      return features
        .flatMap(({ name }, index) => {
          const before = population[name]
          const now = counts[index]
          if (!before || !now || before.length !== now.length) return []
          return [
            {
              evidence: name,
              stability: stabilityOf(
                before,
                Array.from(now, (count) => count / orders),
              ),
            },
          ]
        })
        .sort((a, b) => b.stability - a.stability)
    },
  }
}

/** One walk over the last 30 days: what became of them, and whether their evidence is still what was trained on. */
export const createWatch =
  ({ clock, stored, labels }: Pick<ModelDeps, 'clock' | 'stored' | 'labels'>) =>
  async (
    tenant: Tenant,
    champion: ModelDocument | undefined,
  ): Promise<Pick<LearningDocument, 'drift' | 'chargebacks'>> => {
    const now = clock()
    const from = now - chargebackDays * day
    const population = createPopulation()
    const amounts: Record<string, { amount: number; bad: number }> = {}
    const replaced = new Set<string>()
    const counted = { orders: 0, bad: 0 }
    const range = { from, to: now + 1, direction: 'desc' } as const
    for await (const attempts of everyPage(({ after }) => stored.page(tenant, range, after))) {
      const orders = attempts.filter(({ orderRef, attempt, magic }) => {
        const isNewest = !replaced.has(orderRef)
        if (attempt > 1) replaced.add(orderRef)
        return isNewest && !magic
      })
      const standings = await labels.outcomesOf(tenant, orders, now)
      orders.forEach((order, index) => {
        const isBad = standings[index]?.fraud === 'bad'
        const sum = amounts[order.currency] ?? { amount: 0, bad: 0 }
        amounts[order.currency] = { amount: sum.amount + order.amount, bad: sum.bad + (isBad ? order.amount : 0) }
        counted.orders += 1
        counted.bad += isBad ? 1 : 0
        if (order.receivedAt > now - driftDays * day) population.add(order)
      })
    }
    const chargebacks: Chargebacks = { from, to: now, ...counted, amounts }
    return { chargebacks, drift: champion ? { at: now, rows: population.driftFrom(champion) } : null }
  }
