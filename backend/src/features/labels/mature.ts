import { everyPage } from '../../platform/documents/every-page.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { dayMs } from '../../scoring/standing.ts'
import type { StoredOrders } from '../assessments/service.ts'
import { maturity } from './collections.ts'
import { hasAttempts, type Ledger } from './ledger.ts'

export interface MatureDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'attempts' | 'page' | 'oldestUnscored'>
  readonly merchantIds: () => Promise<readonly string[]>
  readonly maturityDays: (merchantId: string) => Promise<number>
}

const cursorId = 'cursor'
const pageSize = 200

/**
 * Silence, followed up: orders whose time is over are told to their profiles as good. Walks receipt times once, from
 * where it stopped; an order met twice changes nothing the second time.
 */
export const createMature = ({ documents, clock, stored, merchantIds, maturityDays }: MatureDeps, ledger: Ledger) => {
  const scopeOf = ({ merchantId, mode }: Tenant) => documents.forMerchant(merchantId, mode)

  const settle = async (tenant: Tenant, orderRef: string): Promise<void> => {
    const attempts = await stored.attempts(tenant, orderRef)
    if (hasAttempts(attempts)) await ledger.settle(tenant, attempts, { cause: 'silence' })
  }

  const moveTo = async (tenant: Tenant, to: number): Promise<void> => {
    const changes = { set: { to } }
    await scopeOf(tenant).write({ upsert: maturity, id: cursorId, create: { id: cursorId, to }, changes })
  }

  /** Orders received at this instant are due now; those that still wait for a verdict hold the walk up. */
  const dueBefore = async (tenant: Tenant): Promise<number> => {
    const due = clock() - (await maturityDays(tenant.merchantId)) * dayMs + 1
    return Math.min(due, (await stored.oldestUnscored(tenant)) ?? due)
  }

  const walk = async (tenant: Tenant): Promise<number> => {
    const to = await dueBefore(tenant)
    const from = (await scopeOf(tenant).get(maturity, cursorId))?.to ?? 0
    if (from >= to) return 0
    let met = 0
    for await (const orders of everyPage(({ after }) => stored.page(tenant, { from, to, limit: pageSize }, after))) {
      await Promise.all([...new Set(orders.map(({ orderRef }) => orderRef))].map((ref) => settle(tenant, ref)))
      const newest = orders.at(-1)
      // Others may have been received in the same millisecond: that one is looked at again.
      if (newest) await moveTo(tenant, newest.receivedAt)
      met += orders.length
    }
    return met
  }

  return {
    /** Returns how many orders it looked at. */
    run: async (): Promise<number> => {
      let met = 0
      for (const merchantId of await merchantIds()) {
        for (const mode of ['live', 'test'] as const) {
          const walked = await walk({ merchantId, mode })
          met += walked
        }
      }
      return met
    },

    /** For a past that is brought in later: looks again at what was received from then on. */
    rewind: async (tenant: Tenant, to: number): Promise<void> => {
      const known = await scopeOf(tenant).get(maturity, cursorId)
      if (known && known.to > to) await moveTo(tenant, to)
    },
  }
}
