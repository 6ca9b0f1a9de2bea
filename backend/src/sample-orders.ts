import { assessments } from './features/assessments/collections.ts'
import { normsCollection } from './features/assessments/norms.ts'
import { orderPacks } from './features/assessments/past/packs.ts'
import { counters } from './features/insights/collections.ts'
import { labels, maturity, outcomes, outcomeTotals } from './features/labels/collections.ts'
import { orderEvents } from './features/orders/collections.ts'
import { rescores } from './features/rescores/collections.ts'
import { reviews } from './features/reviews/collections.ts'
import { ruleCounts } from './features/rules/count-rules.ts'
import { createSamples } from './features/samples/service.ts'
import { profiles } from './features/velocity/collections.ts'
import type { Ground } from './ground.ts'
import { outbox } from './platform/outbox/outbox.ts'

/** What is still to be counted goes first, or the worker would count orders that are gone. */
const leftByOrders = [
  outbox,
  assessments,
  orderPacks,
  profiles,
  labels,
  outcomes,
  outcomeTotals,
  maturity,
  orderEvents,
  rescores,
  reviews,
  ruleCounts,
  counters,
  normsCollection,
]

export const createSampleOrders = ({ foundation }: Pick<Ground, 'foundation'>) =>
  createSamples({ documents: foundation.documents, leftByOrders })
