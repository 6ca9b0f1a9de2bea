import type { Ground } from './ground.ts'
import { createVerdictTrace } from './features/audit/service.ts'
import { createNormsConsumer } from './features/assessments/service.ts'
import { createCountersConsumer } from './features/insights/service.ts'
import { createTotalsConsumer } from './features/labels/service.ts'
import { createHitsConsumer } from './features/lists/service.ts'
import { createCompaction } from './features/velocity/service.ts'
import { createRuleCountsConsumer } from './features/rules/service.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { createFold, createHasOpen } from './platform/outbox/fold.ts'
import type { Services } from './services.ts'

const minute = 60_000

/** What the worker does by itself, and how often. */
export const jobsOf = ({ foundation, clock }: Ground, { assessments, labels, reviews }: Services): readonly Job[] => {
  const { documents } = foundation
  const house = { documents, clock }
  const fold = createFold(house)
  const hasOpen = createHasOpen(documents)
  const organizationOf = async (merchantId: string) => (await foundation.merchants.settings(merchantId)).organizationId
  const verdicts = [
    createNormsConsumer(house),
    createCountersConsumer(documents, assessments),
    createHitsConsumer(documents),
    createRuleCountsConsumer(documents),
    labels.verdicts,
    reviews.consumer,
    createVerdictTrace({ documents, organizationOf }),
  ]
  const outcomes = [createTotalsConsumer(documents)]
  const compaction = [createCompaction(house)]
  const job = (name: string, everyMs: number, work: () => Promise<unknown>): Job => ({
    name,
    everyMs,
    run: async () => {
      await work()
    },
  })
  return [
    job('sweep-followers', 5 * minute, () => documents.sweep()),
    job('score-left-behind', 5 * minute, () => assessments.sweep()),
    {
      ...job('fold-verdicts', 1_000, () => fold('assessment.scored', verdicts)),
      isDue: () => hasOpen('assessment.scored'),
    },
    {
      ...job('fold-outcomes', 1_000, () => fold('outcome.changed', outcomes)),
      isDue: () => hasOpen('outcome.changed'),
    },
    job('mature-orders', minute, () => labels.mature()),
    job('move-bases', 24 * 60 * minute, () => labels.moveBases()),
    job('tell-reviews', 5_000, () => reviews.close()),
    job('compact-profiles', 5 * minute, () => fold('profile.full', compaction)),
    job('expire', 10 * minute, () => documents.expire()),
  ]
}
