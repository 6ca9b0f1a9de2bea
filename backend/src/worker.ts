import type { Ground } from './ground.ts'
import { createTellAnchors, createVerdictTrace } from './features/audit/service.ts'
import { createNormsConsumer } from './features/assessments/service.ts'
import { createCountersConsumer } from './features/insights/service.ts'
import { createGroupsConsumer } from './features/groups/service.ts'
import { createTotalsConsumer } from './features/labels/service.ts'
import { createHitsConsumer } from './features/lists/service.ts'
import { createShadowConsumer } from './features/models/service.ts'
import { createCompaction } from './features/velocity/service.ts'
import { createRuleCountsConsumer } from './features/rules/service.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { createFold, createHasOpen } from './platform/outbox/fold.ts'
import { createRotation } from './rotation.ts'
import type { Services } from './services.ts'

const minute = 60_000

/** For backtests, store after store. */
const packAll = async ({ merchants }: Ground['foundation'], { pack }: Services['assessments']): Promise<void> => {
  for (const { merchantId } of await merchants.list()) {
    await pack({ merchantId, mode: 'live' })
    await pack({ merchantId, mode: 'test' })
  }
}

/** What the worker does by itself, and how often. */
export const jobsOf = (
  { config, foundation, clock, log }: Ground,
  { assessments, labels, reviews, rescores, models, network, mail, erasure }: Services,
): readonly Job[] => {
  const { documents } = foundation
  const ending = foundation.operators.impersonations
  const rotation = createRotation(foundation, network, clock)
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
    network.consumers[0],
    createVerdictTrace({ documents, organizationOf }),
    createShadowConsumer({ documents }),
  ]
  // The network first: scoring linked orders again may take its time.
  const groups = createGroupsConsumer({ documents, stored: assessments.stored })
  const outcomes = [createTotalsConsumer(documents), network.consumers[1], groups, rescores.consumer]
  const compaction = [createCompaction({ ...house, ladderOf: rotation.ladderOf })]
  const tellAnchors = createTellAnchors({
    ...{ documents, clock, mail: config.anchorMail, syslog: config.anchorSyslog },
    failed: (error) => {
      log.warn({ err: error }, 'signed heads of the audit trail not told')
    },
  })
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
    job('network-news', 24 * 60 * minute, () => rescores.networkNews()),
    job('tell-reviews', 5_000, () => reviews.close()),
    { ...job('train-models', 10_000, () => models.trainDue()), isDue: () => models.isDue() },
    job('promote-models', minute, () => models.promotePassed()),
    job('models-without-network', 10 * minute, () => models.withdrawNetwork()),
    job('network-withdraw', 5 * minute, () => network.withdraw()),
    job('pack-orders', 5 * minute, () => packAll(foundation, assessments)),
    job('compact-profiles', 5 * minute, () => fold('profile.full', compaction)),
    { ...job('rotate-identifiers', 1_000, () => rotation.rotate()), isDue: () => rotation.isDue() },
    { ...job('chain-audit', 1_000, () => foundation.trail.follow()), isDue: () => foundation.trail.hasNew() },
    job('sign-audit', minute, async () => tellAnchors(await foundation.trail.anchor())),
    { ...job('answer-asked', 1_000, () => foundation.accounts.asked.answer()), isDue: foundation.accounts.asked.isDue },
    { ...job('send-mail', 1_000, () => mail.send()), isDue: mail.isDue },
    { ...job('end-impersonations', 5_000, () => ending.endDue()), isDue: ending.isDue },
    { ...job('erase-closed', 10_000, () => erasure.erase()), isDue: erasure.isDue },
    job('expire', 10 * minute, () => documents.expire()),
  ]
}
