import { asked, delays, factors, links, people, signInRules, signIns } from './features/accounts/collections.ts'
import { passkeys } from './features/accounts/passkeys/collections.ts'
import { networkMembers, networkRows, networkSummaries } from './features/network/collections.ts'
import { apiKeys, apiKeyTokens } from './features/api-keys/collections.ts'
import { keyRequests } from './features/api-keys/requests/collections.ts'
import { assessments } from './features/assessments/collections.ts'
import { orderPacks } from './features/assessments/past/packs.ts'
import { normsCollection } from './features/assessments/norms.ts'
import { auditProgress } from './features/audit/chain/follow.ts'
import { auditLinks } from './features/audit/chain/links.ts'
import { auditEntries, operatorAuditEntries } from './features/audit/collections.ts'
import { closings } from './features/closing/collections.ts'
import { labels, maturity, outcomes, outcomeTotals } from './features/labels/collections.ts'
import { listImports, listItems, listsInUse } from './features/lists/collections.ts'
import { merchants, organizations, policies } from './features/merchants/collections.ts'
import { mails } from './features/mail/collections.ts'
import { learning, models, networkModels } from './features/models/collections.ts'
import { invitations, memberships } from './features/organisations/collections.ts'
import { impersonationRules, impersonations, operators, operatorSessions } from './features/operators/collections.ts'
import { orderEvents } from './features/orders/collections.ts'
import { rescores } from './features/rescores/collections.ts'
import { reviews } from './features/reviews/collections.ts'
import { rotations } from './features/rotation/service.ts'
import { samples } from './features/samples/collections.ts'
import { devices, sessions } from './features/sessions/collections.ts'
import { counters } from './features/insights/collections.ts'
import { profiles } from './features/velocity/collections.ts'
import { revisions } from './platform/changes/create-change-feed.ts'
import type { Collection } from './platform/documents/collection.ts'
import { presentServers } from './platform/installation/present-servers.ts'
import { idempotencyCollection } from './platform/http/idempotency.ts'
import { ruleVersions } from './features/rules/collections.ts'
import { ruleCounts } from './features/rules/count-rules.ts'
import { outbox } from './platform/outbox/outbox.ts'
import { vaultKeys } from './platform/vault/key-rows.ts'
import { vaultMaster } from './platform/vault/master-row.ts'

/** Everything that is stored. Both engines make their tables and indexes from this list. */
export const collections: readonly Collection[] = [
  apiKeys,
  asked,
  delays,
  factors,
  links,
  signInRules,
  apiKeyTokens,
  assessments,
  auditEntries,
  auditLinks,
  auditProgress,
  closings,
  devices,
  counters,
  idempotencyCollection,
  keyRequests,
  labels,
  learning,
  listImports,
  listItems,
  listsInUse,
  mails,
  maturity,
  merchants,
  models,
  networkModels,
  networkMembers,
  networkRows,
  networkSummaries,
  normsCollection,
  operatorAuditEntries,
  operators,
  operatorSessions,
  impersonations,
  impersonationRules,
  invitations,
  memberships,
  orderEvents,
  organizations,
  orderPacks,
  outbox,
  outcomes,
  outcomeTotals,
  passkeys,
  people,
  policies,
  presentServers,
  profiles,
  rescores,
  reviews,
  revisions,
  ruleCounts,
  ruleVersions,
  rotations,
  samples,
  sessions,
  signIns,
  vaultKeys,
  vaultMaster,
]
