import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { AssessmentService } from '../assessments/service.ts'
import type { LabelService } from '../labels/service.ts'

export interface ProfileDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
  readonly assessments: Pick<AssessmentService, 'orders' | 'stored'>
  readonly labels: Pick<LabelService, 'outcomesOf'>
}
