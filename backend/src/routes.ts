import { accountRoutes } from './features/accounts/console-routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { closingRoutes } from './features/closing/console-routes.ts'
import { consoleAuditRoutes } from './features/audit/console-routes.ts'
import { apiKeyRoutes } from './features/api-keys/console-routes.ts'
import { consoleOrderRoutes } from './features/assessments/console-routes.ts'
import { insightRoutes } from './features/insights/console-routes.ts'
import { labelRoutes } from './features/labels/routes.ts'
import { consoleListRoutes } from './features/lists/console-routes.ts'
import { listRoutes } from './features/lists/routes.ts'
import { consoleNetworkRoutes } from './features/network/console-routes.ts'
import { networkRoutes } from './features/network/routes.ts'
import { merchantRoutes } from './features/merchants/console-routes.ts'
import { modelRoutes } from './features/models/console-routes.ts'
import { impersonationRoutes } from './features/operators/console-routes.ts'
import { operatorRoutes } from './features/operators/operator-routes.ts'
import { organisationRoutes } from './features/organisations/console-routes.ts'
import { orderEventRoutes } from './features/orders/routes.ts'
import { consoleFollowUpRoutes } from './features/orders/console-routes.ts'
import { consoleSampleRoutes } from './features/samples/console-routes.ts'
import { consoleReviewRoutes } from './features/reviews/console-routes.ts'
import { reviewRoutes } from './features/reviews/routes.ts'
import { policyRoutes } from './features/policies/console-routes.ts'
import { consoleRuleRoutes } from './features/rules/console-routes.ts'
import { consoleEvidenceRoutes } from './features/evidence/console-routes.ts'
import { consoleProfileRoutes } from './features/profiles/console-routes.ts'
import { ruleRoutes } from './features/rules/routes.ts'
import { assessmentRoutes } from './features/assessments/routes.ts'
import { sessionRoutes } from './features/sessions/routes.ts'
import type { ServerRole } from './config.ts'
import { has, type Ground } from './ground.ts'
import { probeRoutes, type ProbeDeps } from './platform/http/probes.ts'
import type { Route } from './platform/http/route.ts'
import type { Services } from './services.ts'

interface Room {
  /** null: every process answers it. */
  readonly role: ServerRole | null
  readonly routes: readonly Route[]
}

const consoleRoutes = ({ assessments, history, lists, rules, policies, console }: Services): readonly Route[] => [
  ...accountRoutes(console.accounts),
  ...organisationRoutes(console.organisations),
  ...closingRoutes(console.closing),
  ...impersonationRoutes(console.operators.operators),
  ...consoleOrderRoutes(assessments, console.streaming, (...of) => history.timeline(...of)),
  ...insightRoutes(console.insights),
  ...merchantRoutes(console.merchants),
  ...apiKeyRoutes(console.apiKeys),
  ...consoleListRoutes(lists),
  ...consoleRuleRoutes(rules),
  ...policyRoutes(policies),
]

/** Every route of the program, by the role that answers it. */
const rooms = (services: Services, probes: ProbeDeps): readonly Room[] => [
  {
    role: 'api',
    routes: assessmentRoutes(services.assessments, (tenant, id) => services.rescores.latest(tenant, id)),
  },
  { role: 'api', routes: [...listRoutes(services.lists), ...networkRoutes(services.network)] },
  { role: 'api', routes: ruleRoutes(services.rules) },
  { role: 'api', routes: [...labelRoutes(services.labels), ...orderEventRoutes(services.orderEvents)] },
  { role: 'api', routes: reviewRoutes(services.reviews) },
  { role: 'api', routes: auditRoutes(services.audit) },
  { role: 'console', routes: consoleAuditRoutes(services.audit) },
  { role: 'edge', routes: sessionRoutes(services) },
  { role: 'console', routes: [...consoleRoutes(services), ...consoleNetworkRoutes(services.network)] },
  { role: 'console', routes: [...consoleFollowUpRoutes(services), ...consoleReviewRoutes(services.reviews)] },
  { role: 'console', routes: operatorRoutes(services.console.operators) },
  { role: 'console', routes: modelRoutes(services.models) },
  { role: 'console', routes: consoleSampleRoutes(services.samples) },
  {
    role: 'console',
    routes: [...consoleProfileRoutes(services.profiles), ...consoleEvidenceRoutes(services.evidence)],
  },
  { role: null, routes: probeRoutes(probes) },
]

/** What this process answers. */
export const routesOf = ({ config, foundation, ephemeral }: Ground, services: Services): readonly Route[] => {
  const kinds = {
    documents: config.databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'mongodb',
    ephemeral: config.redisUrl === undefined ? 'in-process' : 'redis',
  }
  return rooms(services, { documents: foundation.documents, ephemeral, kinds })
    .filter(({ role }) => role === null || has(config, role))
    .flatMap(({ routes }) => routes)
}

/** Stands in for services where routes are described and never called. */
const unwired: unknown = new Proxy({}, { get: () => unwired })

/** Every declaration, for the API description. */
export const describedRoutes = (): readonly Route[] =>
  rooms(unwired as Services, unwired as ProbeDeps).flatMap(({ routes }) => routes)
