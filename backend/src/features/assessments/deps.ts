import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore, Mode } from '../../platform/documents/port.ts'
import type { Ephemeral } from '../../platform/ephemeral/port.ts'
import type { Log } from '../../platform/telemetry/log.ts'
import type { Metrics } from '../../platform/telemetry/metrics.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { Challengers } from '../../scoring/challenger.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import type { ModelAnswer } from '../../scoring/learning/answered-tables.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { ListService } from '../lists/service.ts'
import type { NetworkService } from '../network/service.ts'
import type { InputKinds } from './declared-inputs.ts'
import type { Derive } from './derive.ts'
import type { EdgeLimits } from './edge-limits.ts'
import type { SessionSource } from './session-source.ts'

/** Never throws: a score does not wait for a model, nor depend on it. */
export type AskModel = (
  tenant: Tenant,
  question: {
    readonly card: 'standard' | 'cod'
    readonly revision: string
    readonly values: EvidenceValues
    readonly custom: OrderFacts['custom']
  },
) => Promise<ModelAnswer | { readonly cause: string }>

/** What scoring needs of the house. */
export interface AssessmentDeps {
  readonly documents: DocumentStore
  readonly ephemeral: Ephemeral
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly sessions: SessionSource
  readonly edgeLimits: EdgeLimits
  /** With the network's keys it derives what may be given to other stores too. */
  readonly derive: Derive
  /** What the store says of its custom inputs. From memory. */
  readonly inputKinds: (merchantId: string) => Promise<InputKinds>
  readonly lists: Pick<ListService, 'hitsOf'>
  readonly network: Pick<NetworkService, 'keysFor' | 'viewFor'>
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
  readonly policy: (merchantId: string) => Promise<Policy>
  /** Models that score beside the policy without acting. */
  readonly challengers: (tenant: Tenant) => Promise<Challengers>
  /** Where the model runs in a process of its own; null: its tables are in the policy. */
  readonly askModel: AskModel | null
  readonly policyAt: (merchantId: string, revision: string) => Promise<Policy | undefined>
  /** Names this process in leases. */
  readonly processId: string
  /** Embedded: no other server can be alive on this database, so another process's lease is a dead one's. */
  readonly soleProcess: boolean
}

export interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}
