import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Arrival, Install, OrderRow } from '#contract/console.ts'
import type { Mode } from '../../platform/documents/port.ts'
import type { Clock } from '../../platform/clock.ts'
import { adaptKeyRow, type ApiKeyService } from '../api-keys/service.ts'
import type { RecentSession } from '../sessions/service.ts'
import type { MerchantService } from './service.ts'

export interface InstallDeps {
  readonly merchants: Pick<MerchantService, 'settings'>
  readonly apiKeys: Pick<ApiKeyService, 'list'>
  readonly recentSessions: (merchantId: string, mode: Mode, limit: number) => Promise<readonly RecentSession[]>
  readonly latestOrders: (store: Store, limit: number) => Promise<readonly OrderRow[]>
  readonly script: Install['script']
  readonly clock: Clock
}
interface Store {
  readonly merchantId: string
  readonly mode: Mode
}

/** Names and integrity hash of the script that was built; before a build only its address is known. */
export const readScript = (root: string): Install['script'] => {
  const path = '/gf.js'
  try {
    const listing = JSON.parse(readFileSync(join(root, 'dist/collector/sri.json'), 'utf8')) as {
      readonly current: string
      readonly integrity: Readonly<Record<string, string>>
    }
    return { path, hashed_path: `/${listing.current}`, integrity: listing.integrity[listing.current] ?? '' }
  } catch {
    return { path, hashed_path: path, integrity: '' }
  }
}

const devices = { exact: 'a known device', fuzzy: 'a device much like a known one', new: 'a new device' } as const

const sessionArrival = ({ id, startedAt, originMissing, device }: RecentSession): Arrival => {
  const from = originMissing ? 'without an origin' : 'from an allowed origin'
  const by = device === null ? '' : `, ${devices[device]}`
  return { at: new Date(startedAt).toISOString(), kind: 'session', id, text: `Session ${from}${by}` }
}

const orderArrival = ({ id, created_at: at, order_id: orderId, trust_score: score }: OrderRow): Arrival => ({
  at,
  kind: 'assessment',
  id,
  text: `Order ${orderId} scored ${score}`,
})

const shownArrivals = 20

const arrivalsOf = (sessions: readonly RecentSession[], orders: readonly OrderRow[]): Arrival[] =>
  [...sessions.map(sessionArrival), ...orders.map(orderArrival)]
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, shownArrivals)

/** All that a store needs to be connected, and whether it is. Secrets are never among it. */
export const createInstall = ({ merchants, apiKeys, recentSessions, latestOrders, script, clock }: InstallDeps) => {
  return async (store: Store, publicUrl: string): Promise<Install> => {
    const { merchantId, mode } = store
    const [settings, keys, sessions, orders] = await Promise.all([
      merchants.settings(merchantId),
      apiKeys.list(merchantId, mode),
      recentSessions(merchantId, mode, shownArrivals),
      latestOrders(store, shownArrivals),
    ])
    const publishable = keys.find(({ kind, revoked_at: revoked }) => kind === 'publishable' && revoked === null)
    return {
      publishable_key: publishable?.token ?? '',
      public_url: publicUrl,
      script,
      keys: keys.map((key) => adaptKeyRow(key, clock())),
      allowed_origins: [...settings.allowedOrigins],
      arrivals: arrivalsOf(sessions, orders),
    }
  }
}
export type ReadInstall = ReturnType<typeof createInstall>
