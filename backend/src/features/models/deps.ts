import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore, Mode } from '../../platform/documents/port.ts'
import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { Log } from '../../platform/telemetry/log.ts'
import type { StoredOrders } from '../assessments/service.ts'
import type { LabelService } from '../labels/service.ts'
import type { MerchantService } from '../merchants/service.ts'
import type { TrainingRun } from './run-training.ts'
import type { Trained } from './train.ts'

export interface ModelDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly log: Log
  readonly changes: ChangeFeed
  readonly merchants: Pick<MerchantService, 'list' | 'settings' | 'policy' | 'changePolicy'>
  readonly labels: Pick<LabelService, 'trainingSet' | 'totals' | 'outcomesOf'>
  readonly stored: Pick<StoredOrders, 'page'>
  readonly runTraining: (run: TrainingRun) => Promise<Trained>
  /** Whether this store gives to and takes from the network. */
  readonly shares: (tenant: Tenant) => Promise<boolean>
  readonly personName: (personId: string) => Promise<string | null>
}

export type { Mode, Tenant }
