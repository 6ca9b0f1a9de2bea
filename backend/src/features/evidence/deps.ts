import type { Clock } from '../../platform/clock.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { StoredOrders } from '../assessments/service.ts'
import type { LabelService } from '../labels/service.ts'

export interface EvidenceDeps {
  readonly clock: Clock
  readonly policy: (merchantId: string) => Promise<Policy>
  readonly stored: Pick<StoredOrders, 'page'>
  readonly labels: Pick<LabelService, 'outcomesOf'>
}
