import type { OutboxConsumer } from '../../platform/outbox/outbox.ts'
import type { StoredOrders } from '../assessments/service.ts'
import { hasAttempts, type Ledger } from './ledger.ts'

/** A declined order, and a new attempt at one of which something is known: their profiles are told. */
export const createVerdictConsumer = (
  { stored }: { readonly stored: Pick<StoredOrders, 'attemptsByAssessment'> },
  ledger: Ledger,
): OutboxConsumer => ({
  name: 'outcomes',
  kind: 'assessment.scored',
  fold: async (tenant, entries) => {
    for (const { subject, data } of entries) {
      // What became of a past order is brought in with it.
      if (data['imported'] === true) continue
      if (data['decision'] !== 'decline' && data['previous'] === null) continue
      const attempts = await stored.attemptsByAssessment(tenant, subject)
      if (hasAttempts(attempts)) await ledger.settle(tenant, attempts, { cause: 'verdict' })
    }
  },
})
