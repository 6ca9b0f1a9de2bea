import type { Ground } from './ground.ts'
import { createEdgeLimits, type EdgeLimits } from './features/assessments/edge-limits.ts'
import { createAssessments, type AssessmentService } from './features/assessments/service.ts'
import { createDerive } from './features/assessments/derive.ts'
import { createSessions, type SessionService } from './features/sessions/service.ts'
import { agentFacts } from './platform/facts/agent-facts.ts'
import { createIpFacts } from './platform/facts/ip-facts.ts'

export interface Services {
  readonly sessions: SessionService
  readonly assessments: AssessmentService
  readonly edgeLimits: EdgeLimits
}

/** The rooms, each given what it asks for and nothing else. */
export const createServices = async (ground: Ground): Promise<Services> => {
  const { config, clock, ephemeral, foundation, log, metrics, processId } = ground
  const { documents, merchants, vault } = foundation
  const ipFacts = await createIpFacts()
  const edgeLimits = await createEdgeLimits({ ephemeral, clock })
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  const sessions = createSessions({
    documents,
    keysOf: storeKeys,
    isNecessaryOnly: async (merchantId) => (await merchants.settings(merchantId)).necessaryOnly,
    ipFacts: (address) => ipFacts.of(address),
    agentFacts,
  })
  const assessments = createAssessments({
    ...{ documents, ephemeral, clock, log, metrics, sessions, edgeLimits, storeKeys, processId },
    derive: createDerive({ ips: ipFacts }),
    policy: (merchantId) => merchants.policy(merchantId),
    policyAt: (merchantId, revision) => merchants.policyAt(merchantId, revision),
    organizationOf: async (merchantId) => (await merchants.settings(merchantId)).organizationId,
    soleProcess: config.databaseUrl.startsWith('sqlite:'),
  })
  return { sessions, assessments, edgeLimits }
}
