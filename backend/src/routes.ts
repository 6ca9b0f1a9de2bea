import { has, type Ground } from './ground.ts'
import { assessmentRoutes } from './features/assessments/routes.ts'
import { sessionRoutes } from './features/sessions/routes.ts'
import { probeRoutes } from './platform/http/probes.ts'
import type { Route } from './platform/http/route.ts'
import type { Services } from './services.ts'

/** What this process answers, by its roles. */
export const routesOf = ({ config, foundation, ephemeral }: Ground, services: Services): readonly Route[] => {
  const kinds = {
    documents: config.databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'mongodb',
    ephemeral: config.redisUrl === undefined ? 'in-process' : 'redis',
  }
  return [
    ...(has(config, 'api') ? assessmentRoutes(services.assessments) : []),
    ...(has(config, 'edge') ? sessionRoutes(services) : []),
    ...probeRoutes({ documents: foundation.documents, ephemeral, kinds }),
  ]
}
