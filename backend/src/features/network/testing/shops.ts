import type { Assessment } from '#contract/assessment.ts'
import type { NetworkPage } from '#contract/console.ts'
import { signInTo, type SignedIn } from '../../../testing/console.ts'
import { openTestHouse, send, type TestHouse } from '../../../testing/house.ts'
import { jobsOf } from '../../../worker.ts'
import type { NewMerchant } from '../../merchants/service.ts'
import { networkRows, networkSummaries } from '../collections.ts'

const day = 86_400_000

export interface Shop {
  readonly merchant: NewMerchant
  readonly owner: SignedIn
}

export const thief = { email: { address: 'thief@ring.example' }, billing: { phone: '+4915112345678', country: 'DE' } }

export const linesOf = ({ reasons }: Assessment) => reasons.filter(({ scope }) => scope === 'network')

/** Stores of one installation that are old enough to be heard, with a clock that tests move. */
export const openShops = async (
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<ReturnType<typeof streetOf>> => {
  const time = { now: Date.UTC(2026, 10, 20) }
  const house = await openTestHouse({ clock: () => time.now, env: { NETWORK_MIN_ORDERS: '1', ...env } })
  const merchants: NewMerchant[] = []
  for (let at = 0; at < count; at += 1) merchants.push(await house.createMerchant(`Shop ${at}`))
  time.now += 31 * day
  const shops: Shop[] = []
  for (const merchant of merchants) shops.push({ merchant, owner: await signInTo(house, merchant.organizationId) })
  return streetOf(house, shops, time)
}

const streetOf = (house: TestHouse, shops: readonly Shop[], time: { now: number }) => {
  let orders = 0
  const pathOf = ({ merchant }: Shop, rest = ''): string => `/stores/${merchant.merchantId}/live/network${rest}`
  const all = { limit: 100, scan: true }
  return {
    house,
    time,
    pathOf,
    shop: (at: number): Shop => {
      const found = shops[at]
      if (!found) throw new Error('no such shop')
      return found
    },
    share: async (shop: Shop, on = true): Promise<NetworkPage> =>
      (await shop.owner.post(pathOf(shop, '/sharing'), on ? { on, read_version: 1 } : { on })).body as NetworkPage,
    order: async ({ merchant }: Shop, more: Readonly<Record<string, unknown>>): Promise<Assessment> => {
      orders += 1
      const body = { order: { id: `net-${orders}`, amount: 5_000, currency: 'EUR' }, ...more }
      const keys = merchant.live
      return (await send(house, { path: '/v1/assessments', body, keys, now: time.now })).body as Assessment
    },
    label: ({ merchant }: Shop, { order_id }: Assessment, label: string) => {
      time.now += 1_000
      return send(house, { path: '/v1/labels', body: { order_id, label }, keys: merchant.live, now: time.now })
    },
    /** Every job that carries news, as the worker would run it. */
    work: async (): Promise<void> => {
      for (const job of jobsOf(house, house.services)) {
        if (['fold-verdicts', 'fold-outcomes', 'network-withdraw'].includes(job.name)) await job.run()
      }
    },
    rows: async () => (await house.foundation.documents.network().find(networkRows, {}, all)).items,
    summaries: async () => (await house.foundation.documents.network().find(networkSummaries, {}, all)).items,
  }
}
