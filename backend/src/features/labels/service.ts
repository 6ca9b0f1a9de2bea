import type { LabelsReply } from '#contract/labels.ts'
import { LabelBatch, LabelRequest } from '#contract/labels.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import { refuseCards } from '../../platform/card-numbers/refuse-cards.ts'
import { parseWith } from '../../platform/http/parse.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { StoredOrders } from '../assessments/service.ts'
import type { Actor } from '../audit/service.ts'
import { createVerdictConsumer } from './follow-verdicts.ts'
import { createLedger } from './ledger.ts'
import { readBatch, readLabelCsv, tellMany, type Item } from './many.ts'
import { createMature } from './mature.ts'
import { createMoveBases, type MoveBasesDeps } from './move-bases.ts'
import { createLabelReader } from './read.ts'
import { createTell } from './tell.ts'
import { createTellPast } from './tell-past.ts'
import { createReadTotals } from './totals.ts'
import { createTrainingSet } from './training-set.ts'

export { countedOf, deltasBetween, nothingCounted, type CountedOrder } from './counted.ts'
export { hasAttempts, mostFacts, type Attempts } from './ledger.ts'
export { adaptOutcome } from './tell.ts'
export type { PastLabel, ToldPast } from './tell-past.ts'
export { createTotalsConsumer } from './totals.ts'
export type { CardName, TrainingOrder, TrainingPage } from './training-set.ts'

export interface LabelDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: StoredOrders
  readonly organizationOf: (merchantId: string) => Promise<string>
  readonly policyAt: (merchantId: string, revision: string) => Promise<Policy | undefined>
  readonly maturityDays: (merchantId: string) => Promise<number>
  readonly merchantIds: () => Promise<readonly string[]>
  readonly policy: MoveBasesDeps['policy']
  readonly changePolicy: MoveBasesDeps['changePolicy']
}

const isBatch = (body: unknown): body is { readonly labels: unknown } =>
  typeof body === 'object' && body !== null && 'labels' in body

export const createLabels = (deps: LabelDeps) => {
  const ledger = createLedger(deps)
  const tell = createTell(deps, ledger)
  const reader = createLabelReader(deps, ledger)
  const totals = createReadTotals(deps.documents)
  const mature = createMature(deps, ledger)
  const tellPast = createTellPast(deps, ledger)

  return {
    tell,
    /** As it came from outside: one label, many, or CSV. */
    take: async (tenant: Tenant, by: Actor, body: unknown): Promise<LabelsReply> => {
      refuseCards(typeof body === 'string' ? body.split(/[\n,;\t]/) : body)
      const many = (items: readonly Item[]) => tellMany(items, (request) => tell(tenant, by, request))
      if (typeof body === 'string') return many(readLabelCsv(body))
      if (isBatch(body)) return many(readBatch(parseWith(LabelBatch, body).labels))
      return tell(tenant, by, parseWith(LabelRequest, body))
    },

    list: reader.list,
    ofOrder: reader.ofOrder,
    outcomesOf: reader.outcomesOf,
    recent: reader.recent,
    /** For a past that is brought in. */
    past: tellPast,
    /** For other rooms that learn something about an order: events, reviews. */
    settle: ledger.settle,
    totals,
    trainingSet: createTrainingSet(deps, reader),
    moveBases: createMoveBases({ ...deps, totals }),
    /** For the worker, as all below. */
    verdicts: createVerdictConsumer(deps, ledger),
    mature: mature.run,
    rewind: mature.rewind,
  }
}
export type LabelService = ReturnType<typeof createLabels>
