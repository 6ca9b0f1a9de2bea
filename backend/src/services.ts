import { join } from 'node:path'
import type { Ground } from './ground.ts'
import type { AccountRouteDeps } from './features/accounts/console-routes.ts'
import { createCookies } from './features/accounts/cookies.ts'
import { createAccountKey } from './features/accounts/service.ts'
import type { ClosingRouteDeps } from './features/closing/console-routes.ts'
import type { ClosingService } from './features/closing/service.ts'
import type { AuditRouteDeps } from './features/audit/routes.ts'
import type { Traces } from './features/audit/service.ts'
import type { ApiKeyRouteDeps } from './features/api-keys/console-routes.ts'
import { createRequestLog, type RequestLog } from './features/api-keys/service.ts'
import type { StreamDeps } from './features/assessments/orders/stream.ts'
import { createInsights, type InsightService } from './features/insights/service.ts'
import type { OperatorRouteDeps } from './features/operators/operator-routes.ts'
import type { OrganisationRouteDeps } from './features/organisations/console-routes.ts'
import { createOrganisations } from './features/organisations/service.ts'
import type { MerchantRouteDeps } from './features/merchants/console-routes.ts'
import { createInstall, readScript } from './features/merchants/install.ts'
import { createEdgeLimits, type EdgeLimits } from './features/assessments/edge-limits.ts'
import { createAssessments, type AssessmentService } from './features/assessments/service.ts'
import { createDerive } from './features/assessments/derive.ts'
import { createAskModel, createChallengers } from './features/models/service.ts'
import { createSessions, type SessionService } from './features/sessions/service.ts'
import { createEndings } from './closing.ts'
import { createLabelsAndReviews, type LabelsAndReviews } from './labels-and-reviews.ts'
import { createLearningAndModels, type LearningAndModels } from './learning-and-models.ts'
import { createListsAndNetwork, type ListsAndNetwork } from './lists-and-network.ts'
import { createProfilesAndEvidence, type ProfilesAndEvidence } from './profiles-and-evidence.ts'
import { createOperatorDoor, impersonatingOf, isStandingIn } from './operator-door.ts'
import { createRulesAndPolicy, type RulesAndPolicy } from './rules-and-policy.ts'
import { createSampleOrders } from './sample-orders.ts'
import { createHasMail, createSendMails } from './features/mail/service.ts'
import type { SamplesService } from './features/samples/service.ts'
import { AppError } from './platform/app-error.ts'
import { agentFacts } from './platform/facts/agent-facts.ts'
import { createIpFacts } from './platform/facts/ip-facts.ts'
import { openMail } from './platform/mail/open-mail.ts'

/** What only the dashboard's routes need. */
export interface ConsoleServices {
  readonly accounts: AccountRouteDeps
  readonly merchants: MerchantRouteDeps
  readonly apiKeys: ApiKeyRouteDeps
  readonly organisations: OrganisationRouteDeps
  readonly closing: ClosingRouteDeps
  readonly operators: OperatorRouteDeps
  readonly insights: InsightService
  readonly streaming: Omit<StreamDeps, 'rowOf'>
}

/** The worker's part of mail. */
export interface MailWork {
  readonly isDue: () => Promise<boolean>
  readonly send: () => Promise<number>
}

export interface Services
  extends ListsAndNetwork, LabelsAndReviews, RulesAndPolicy, LearningAndModels, ProfilesAndEvidence {
  readonly sessions: SessionService
  readonly assessments: AssessmentService
  readonly edgeLimits: EdgeLimits
  readonly audit: AuditRouteDeps
  readonly samples: SamplesService
  /** What was asked with which key. */
  readonly requests: RequestLog
  /** Reads of merchants' data and refusals, on their way into the audit trail. */
  readonly traces: Traces
  readonly mail: MailWork
  /** The worker's part of what was closed. */
  readonly erasure: ClosingService['work']
  readonly console: ConsoleServices
}

/** What the sign-in routes know of requests and of this installation. */
const accountSurroundings = (
  { signUp, production, smtpUrl, dataDir }: Ground['config'],
  vault: Ground['foundation']['vault'],
  countryOf: (ip: string) => string | null,
) => ({
  signUp,
  mailFolder: production || smtpUrl !== undefined ? null : join(dataDir, 'mail'),
  countryOf,
  clientOf: (userAgent: string) => {
    const facts = agentFacts(userAgent)
    return facts && ([facts.browser, facts.os].filter(Boolean).join(' on ') || null)
  },
  accountKey: createAccountKey(vault),
})

/** People and how they end: the worker has a part in it. */
const createPeople = (ground: Ground, network: Services['network']) => {
  const { config, clock, foundation } = ground
  const scheme = config.tls ? 'https' : 'http'
  const organisations = createOrganisations({
    ...foundation,
    clock,
    publicUrl: config.publicUrl ?? `${scheme}://${config.host}:${config.port}`,
  })
  return { organisations, closing: createEndings(ground, { network, organisations }) }
}

const createConsole = (
  { config, clock, ephemeral, foundation, log, stopping }: Ground,
  root: string,
  { sessions, assessments, requests }: Pick<Services, 'sessions' | 'assessments' | 'requests'>,
  { organisations, closing }: ReturnType<typeof createPeople>,
  countryOf: (ip: string) => string | null,
): ConsoleServices => {
  const { documents, changes, accounts, apiKeys, merchants, vault } = foundation
  const surroundings = accountSurroundings(config, vault, countryOf)
  const failed = (error: unknown) => {
    log.warn({ err: error }, 'live view not told')
  }
  const install = createInstall({
    ...{ merchants, apiKeys, clock },
    recentSessions: sessions.recent,
    latestOrders: async (store, limit) => (await assessments.orders.list(store, { limit })).data,
    script: readScript(root),
  })
  const scheme = config.tls ? 'https' : 'http'
  const cookies = createCookies({ secure: config.production, domain: config.cookieDomain })
  return {
    operators: createOperatorDoor({ config, clock, foundation }, surroundings),
    accounts: {
      ...{ accounts, merchants, ...surroundings },
      impersonations: impersonatingOf(foundation, config),
      cookies,
    },
    merchants: { merchants, install, publicUrlOf: ({ host }) => config.publicUrl ?? `${scheme}://${host}` },
    apiKeys: { apiKeys, requests, clock },
    organisations: { accounts, organisations },
    closing: { closing, named: (id) => merchants.organization(id), secondFactor: accounts.secondFactor, cookies },
    insights: createInsights({ documents, clock, merchants, scored: assessments }),
    streaming: {
      ...{ ephemeral, changes, clock, failed, stopping: stopping.signal },
      isStanding: isStandingIn({ accounts, operators: foundation.operators }, clock),
    },
  }
}

const createMail = ({ config, clock, foundation, log }: Ground): MailWork => {
  const { documents } = foundation
  const transport = openMail(config)
  return {
    isDue: createHasMail({ documents, clock }),
    send: createSendMails({ documents, clock, transport, installation: config.linkBase, log }),
  }
}

/** The rooms, each given what it asks for and nothing else. */
export const createServices = async (ground: Ground, root: string): Promise<Services> => {
  const { config, clock, ephemeral, foundation, log, metrics, processId } = ground
  const { documents, merchants, vault } = foundation
  const ipFacts = await createIpFacts(ground.stopping.signal)
  const edgeLimits = await createEdgeLimits({ ephemeral, clock })
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  const sessions = createSessions({
    documents,
    keysOf: storeKeys,
    networkKeysOf: (store) => known.network.keysFor(store),
    isNecessaryOnly: async (merchantId) => (await merchants.settings(merchantId)).necessaryOnly,
    ipFacts: (address) => ipFacts.of(address),
    agentFacts,
  })
  const known = createListsAndNetwork(ground, {
    identifiersOf: async (tenant, id) => {
      const [order] = await assessments.stored.byIds(tenant, [id])
      if (!order) throw new AppError('not_found', { detail: 'There is no such assessment.' })
      return order.identifiers
    },
    givenBy: async (tenant, ids) => {
      const orders = await assessments.stored.byIds(tenant, ids)
      return orders.flatMap(({ id, orderRef, network, magic }) =>
        network && !magic ? [{ id, orderRef, identifiers: network }] : [],
      )
    },
  })
  const assessments = createAssessments({
    ...{ documents, ephemeral, clock, log, metrics, sessions, edgeLimits, storeKeys, processId, ...known },
    derive: createDerive({ ips: ipFacts }),
    inputKinds: async (merchantId) => (await merchants.settings(merchantId)).inputKinds,
    policy: (merchantId) => merchants.policy(merchantId),
    policyAt: (merchantId, revision) => merchants.policyAt(merchantId, revision),
    challengers: createChallengers({ documents, changes: foundation.changes }),
    askModel: config.modelUrl === undefined ? null : createAskModel({ url: config.modelUrl, clock, storeKeys }),
    soleProcess: config.databaseUrl.startsWith('sqlite:'),
  })
  const followed = createLabelsAndReviews(ground, assessments, () => known.network.sharing())
  const learned = createLearningAndModels(ground, root, {
    assessments,
    labels: followed.labels,
    network: known.network,
  })
  const organizationOf = async (merchantId: string) => (await merchants.settings(merchantId)).organizationId
  const people = createPeople(ground, known.network)
  const rooms = {
    samples: createSampleOrders(ground),
    requests: createRequestLog({
      ...{ documents, clock },
      lost: (count, error) => {
        metrics.requestsNotLogged.inc(count)
        if (error !== undefined) log.warn({ err: error, requests: count }, 'request log not written')
      },
    }),
    traces: foundation.traces,
    mail: createMail(ground),
    erasure: people.closing.work,
    sessions,
    assessments,
    edgeLimits,
    audit: { trail: foundation.trail, organizationOf },
    ...known,
    ...followed,
    ...createRulesAndPolicy(ground, { assessments, labels: followed.labels }),
    ...learned,
    ...createProfilesAndEvidence(ground, { assessments, labels: followed.labels }),
  }
  return { ...rooms, console: createConsole(ground, root, rooms, people, (ip) => ipFacts.of(ip)?.country ?? null) }
}
