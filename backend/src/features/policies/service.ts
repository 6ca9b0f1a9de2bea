import type { z } from 'zod'
import type {
  Advice,
  AdviceQuery,
  BacktestRequest,
  PolicyChange,
  PolicyRevisions,
  PolicyView,
} from '#contract/console.ts'
import type { Log } from '../../platform/telemetry/log.ts'
import { AppError } from '../../platform/app-error.ts'
import { EventStream } from '../../platform/http/route.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import { policyIn } from '../../scoring/policy-in.ts'
import { policyChanges } from '../../scoring/policy-changes.ts'
import type { Actor } from '../audit/service.ts'
import type { MerchantService } from '../merchants/service.ts'
import { createAdvice } from './advice.ts'
import { applyChange } from './apply-change.ts'
import { createPast, type PastDeps } from './past-orders.ts'
import { planBacktest } from './plan-backtest.ts'
import { rangeOf, runBacktest, type Tenant } from './run-backtest.ts'
import { adaptRevision, policyView, type AuthorOf } from './view.ts'

export interface PolicyDeps extends PastDeps {
  readonly merchants: Pick<MerchantService, 'policy' | 'changePolicy' | 'policyHistory'>
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
  readonly authorOf: AuthorOf
  readonly log: Log
  readonly stopping: AbortSignal
}

const shownRevisions = 100

export const createPolicies = (deps: PolicyDeps) => {
  const { merchants, storeKeys, authorOf, now, log, stopping } = deps
  const past = createPast(deps)
  const advice = createAdvice(past, now)

  const view = async ({ merchantId, mode }: Tenant): Promise<PolicyView> => {
    const [newest] = await merchants.policyHistory(merchantId, 1)
    const policy = policyIn(await merchants.policy(merchantId), mode)
    return policyView(policy, newest && (await adaptRevision(newest, authorOf)))
  }

  return {
    view,

    change: async (actor: Actor, tenant: Tenant, change: PolicyChange): Promise<PolicyView> => {
      await merchants.changePolicy(actor, tenant.merchantId, {
        apply: (policy) => applyChange(policy, change),
        changes: policyChanges,
        details: { fields: Object.keys(change).join(', ') },
      })
      return view(tenant)
    },

    revisions: async (merchantId: string): Promise<PolicyRevisions> => {
      const stored = await merchants.policyHistory(merchantId, shownRevisions)
      return { data: await Promise.all(stored.map((revision) => adaptRevision(revision, authorOf))) }
    },

    advice: async (tenant: Tenant, query: z.infer<typeof AdviceQuery>): Promise<Advice> =>
      advice(tenant, policyIn(await merchants.policy(tenant.merchantId), tenant.mode), query),

    /** What is wrong with the question is answered at once; the rest comes as events. */
    backtest: async (tenant: Tenant, request: BacktestRequest): Promise<EventStream> => {
      const policy = policyIn(await merchants.policy(tenant.merchantId), tenant.mode)
      const planned = planBacktest(policy, request, await storeKeys(tenant.merchantId))
      return new EventStream(({ send, close }) => {
        const asking = new AbortController()
        const signal = AbortSignal.any([asking.signal, stopping])
        const running = { signal, now, onProgress: (progress: object) => send('progress', progress) }
        runBacktest(past, tenant, planned, rangeOf(request, now()), running)
          .then((result) => {
            if (result) send('result', result)
          })
          .catch((error: unknown) => {
            if (!(error instanceof AppError)) log.error({ err: error }, 'backtest failed')
            send('failed', { detail: 'The orders could not be read to the end. Try again.' })
          })
          .finally(close)
        return () => asking.abort()
      })
    },
  }
}
export type PolicyService = ReturnType<typeof createPolicies>
