import { createNoteServed } from './features/audit/service.ts'
import type { Ground } from './ground.ts'
import { peopleOf } from './operator-door.ts'
import { createIdempotency } from './platform/http/idempotency.ts'
import { createLimits } from './platform/http/limits.ts'
import type { Reception, Served } from './platform/http/mount.ts'
import { securityHeaders } from './platform/http/security-headers.ts'
import type { Services } from './services.ts'

const noteServed = ({ log, metrics }: Ground, { requests, traces }: Pick<Services, 'requests' | 'traces'>) => {
  const trace = createNoteServed(traces)
  return (served: Served): void => {
    const { requestId, method, path, status, milliseconds, error } = served
    requests.note(served)
    trace(served)
    metrics.requests.observe({ method, path, status }, milliseconds / 1000)
    const line = { request_id: requestId, method, path, status, ms: milliseconds }
    if (status >= 500) log.error({ ...line, err: error }, 'failed')
    else log.info(line, 'served')
  }
}

/** The door, fitted with this installation's keys, limits and clock. */
export const createReception = (ground: Ground, services: Services): Reception => {
  const { config, clock, ephemeral, foundation, log, metrics, processId } = ground
  const { documents, vault, apiKeys, operators } = foundation
  const installation = vault.installationKeys()
  return {
    clock,
    ephemeral,
    authenticators: { apiKeys, people: peopleOf(foundation), operators: operators.sessions },
    publicOrigin: config.publicUrl === undefined ? undefined : new URL(config.publicUrl).origin,
    hops: config.trustProxyHops,
    headers: securityHeaders({ production: config.production }),
    requireHttps: config.production,
    sessionRefused: services.edgeLimits.refused,
    idempotency: createIdempotency({
      ...{ documents, clock, processId },
      storeKeys: (merchantId) => vault.storeKeys(merchantId),
    }),
    limits: createLimits({
      ...{ ephemeral, clock },
      scale: config.rateLimitScale,
      keyed: (value) => installation.digest('search', `limit ${value}`),
      failedOpen: (limit) => {
        metrics.limitsFailedOpen.inc({ limit })
        log.warn({ limit }, 'limit not counted: let through')
      },
    }),
    served: noteServed(ground, services),
  }
}
