import type { OrderEventType } from '#contract/order-events.ts'
import { createDerive, createImported, createStored, type InputKinds } from './features/assessments/service.ts'
import { auditEntry, operator } from './features/audit/service.ts'
import { createLabels, type ToldPast } from './features/labels/service.ts'
import { createOrderEvents } from './features/orders/service.ts'
import {
  createPastKeeper,
  createPrepare,
  prepareHere,
  type InputSchema,
  type KeptCounts,
  type PastKeeper,
  type PrepareLines,
  type PrepareSettings,
} from './features/streams/service.ts'
import type { Foundation } from './foundation.ts'
import { AppError } from './platform/app-error.ts'
import type { Clock } from './platform/clock.ts'
import type { Mode } from './platform/documents/port.ts'
import { createIpFacts } from './platform/facts/ip-facts.ts'
import { policyIn } from './scoring/policy-in.ts'
import type { Policy } from './scoring/policy.ts'

/** What a replay needs to leave its past in a store. */
export interface PastImport {
  readonly policy: Policy
  readonly maturityDays: number
  /** What the store says of its custom inputs. */
  readonly inputKinds: InputKinds
  readonly prepare: (settings: Omit<PrepareSettings, 'keep'>) => Promise<PrepareLines>
  readonly keep: PastKeeper
  /** Lets readers that walk the past begin anew, and writes the trace. */
  readonly finish: () => Promise<KeptCounts>
}

interface Store {
  readonly merchantId: string
  readonly mode: Mode
}

export class RotationUnderWay extends Error {
  override readonly name = 'RotationUnderWay'
}

const unlessUnknown = (error: unknown): ToldPast => {
  if (error instanceof AppError && error.code === 'not_found') return 'unknown'
  throw error
}

const createKeeper = async ({ documents, vault, merchants }: Foundation, tenant: Store, clock: Clock) => {
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  const stored = createStored({ documents, storeKeys })
  const organizationOf = async (merchantId: string) => (await merchants.settings(merchantId)).organizationId
  const labels = createLabels({
    ...{ documents, clock, stored, organizationOf },
    policy: (merchantId) => merchants.policy(merchantId),
    policyAt: (merchantId, revision) => merchants.policyAt(merchantId, revision),
    changePolicy: (actor, merchantId, edit) => merchants.changePolicy(actor, merchantId, edit),
    maturityDays: async (merchantId) => (await merchants.settings(merchantId)).maturityDays,
    merchantIds: async () => [tenant.merchantId],
  })
  const eventsAt = (at: number) =>
    createOrderEvents({
      ...{ documents, stored, clock: () => at },
      labels: { settle: (store, attempts, change) => labels.settle(store, attempts, { ...change, at }) },
    })
  const imported = createImported({ documents })
  const { ladder } = await storeKeys(tenant.merchantId)
  if (ladder.isRotating) throw new RotationUnderWay()
  const policy = policyIn(await merchants.policy(tenant.merchantId), tenant.mode)
  const deps = {
    ...{ documents, ladder, keepOrders: imported.keep },
    ...{ tellLabel: labels.past.label, tellSilence: labels.past.silence },
    tellEvent: async (store: Store, { orderId, event, at }: { orderId: string; event: OrderEventType; at: number }) => {
      const told = eventsAt(at).tell(store, orderId, { type: event, at: new Date(at).toISOString() })
      return told.then((): ToldPast => 'told', unlessUnknown)
    },
  }
  return { keep: createPastKeeper(deps, tenant, policy), policy, labels, imported, organizationOf }
}

/**
 * A store's past, brought in beside a running server or without one. What follows an order elsewhere (totals, norms) is
 * left in the outbox, as a verdict leaves it.
 */
export const openPastImport = async (foundation: Foundation, tenant: Store, clock: Clock): Promise<PastImport> => {
  const { vault, merchants, documents } = foundation
  const { maturityDays, inputKinds } = await merchants.settings(tenant.merchantId)
  const { keep, policy, labels, imported, organizationOf } = await createKeeper(foundation, tenant, clock)
  return {
    policy,
    maturityDays,
    inputKinds,
    keep,
    prepare: async (settings: { readonly schema: InputSchema; readonly rival: readonly string[] | null }) => {
      const ips = await createIpFacts()
      await ips.networksReady
      const keys = await vault.storeKeys(tenant.merchantId)
      return prepareHere(createPrepare(createDerive({ ips }), keys, { ...settings, keep: true }))
    },
    finish: async () => {
      await keep.flush()
      const [from, counts] = [keep.firstAt(), keep.counts()]
      if (from === null) return counts
      await imported.unpack(tenant, from)
      await labels.rewind(tenant, from)
      const { merchantId: merchant_id, mode } = tenant
      const { orders, knownOrders: known_orders, labels: told } = counts
      const entry = auditEntry({
        ...{ organization_id: await organizationOf(merchant_id), merchant_id, mode, actor: operator },
        ...{ action: 'orders.imported', at: clock(), details: { orders, known_orders, labels: told } },
      })
      await documents.forMerchant(merchant_id, mode).write(entry)
      return counts
    },
  }
}
