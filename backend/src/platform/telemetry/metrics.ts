import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What an operator watches. Labels are names from our own code, never values that somebody sent. */
export const createMetrics = ({ processMetrics = false }: { readonly processMetrics?: boolean } = {}) => {
  const registry = new Registry()
  const registers = [registry]
  if (processMetrics) collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'goodfaith_request_seconds',
      help: 'Time to answer, by route and status.',
      labelNames: ['method', 'path', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 5],
      registers,
    }),
    assessments: new Counter({
      name: 'goodfaith_assessments_total',
      help: 'Orders scored, by decision and whether a source was missing.',
      labelNames: ['decision', 'degraded'],
      registers,
    }),
    degraded: new Counter({
      name: 'goodfaith_source_missing_total',
      help: 'Sources that were late or broken while evidence was gathered.',
      labelNames: ['cause'],
      registers,
    }),
    limitsFailedOpen: new Counter({
      name: 'goodfaith_limits_failed_open_total',
      help: 'Requests let through because the counter was out of reach.',
      labelNames: ['limit'],
      registers,
    }),
    requestsNotLogged: new Counter({
      name: 'goodfaith_requests_not_logged_total',
      help: 'Requests by key that are missing in its request log because the database did not take them.',
      registers,
    }),
    tracesLost: new Counter({
      name: 'goodfaith_audit_traces_lost_total',
      help: 'Reads and refusals that are missing in the audit trail because the database did not take them.',
      registers,
    }),
    keyRowsRefused: new Counter({
      name: 'goodfaith_key_rows_refused_total',
      help: 'Times a key was refused because its row was not written by this program. Should stay 0.',
      labelNames: ['problem'],
      registers,
    }),
    jobRuns: new Counter({
      name: 'goodfaith_job_runs_total',
      help: 'Worker jobs, by name and outcome.',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    sweptOrders: new Counter({
      name: 'goodfaith_swept_orders_total',
      help: 'Orders scored by the sweep because their own request did not finish.',
      registers,
    }),
    storesLeftOut: new Counter({
      name: 'goodfaith_stores_left_out_total',
      help: 'Times a walk over all stores left one out because its sealing key was destroyed.',
      labelNames: ['collection'],
      registers,
    }),
    latePushes: new Gauge({
      name: 'goodfaith_late_profile_pushes',
      help: 'Events that came after their time was folded away. Should stay 0.',
      registers,
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
