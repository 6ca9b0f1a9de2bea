import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BacktestProgress, BacktestRequest, BacktestResult } from '#contract/console.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { createBacktest } from '../../scoring/backtest.ts'
import type { PastOrder } from '../../scoring/what-if.ts'
import type { PlannedBacktest } from './plan-backtest.ts'

export interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}

export interface PastRange {
  readonly from: number
  readonly to: number
  readonly most: number
}

export interface PastOrders {
  /** How many there are at most: for the progress. */
  readonly count: (tenant: Tenant, range: PastRange) => Promise<number>
  /** Newest first, the newest attempt of each order alone. */
  readonly pages: (tenant: Tenant, range: PastRange) => AsyncIterable<readonly PastOrder[]>
}

/** Orders judged before others get their turn: scoring goes on while a backtest runs. */
const perTurn = 100

export const rangeOf = ({ from, to, most }: BacktestRequest, now: number): PastRange => ({
  from: from === undefined ? 0 : Date.parse(from),
  to: to === undefined ? now + 1 : Date.parse(to),
  most,
})

export interface Running {
  readonly signal: AbortSignal
  readonly onProgress: (progress: BacktestProgress) => void
  readonly now: () => number
}

/** Past orders under another policy. Stops early, without a result, when the one who asked is gone. */
export const runBacktest = async (
  past: PastOrders,
  tenant: Tenant,
  planned: PlannedBacktest,
  range: PastRange,
  { signal, onProgress, now }: Running,
): Promise<BacktestResult | null> => {
  const started = now()
  const total = await past.count(tenant, range)
  const backtest = createBacktest(planned.before, planned.after, planned.ruleId)
  let read = 0
  for await (const page of past.pages(tenant, range)) {
    for (const order of page) {
      backtest.take(order)
      read += 1
      if (read % perTurn === 0) await nextTurn()
      if (signal.aborted) return null
    }
    onProgress({ read, total: Math.max(read, total) })
  }
  return { ...backtest.result(), took_ms: now() - started }
}
