import type { EvidenceEntry, EvidenceList, EvidenceStatistics } from '#contract/console.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { edgesOf } from '../../scoring/edges.ts'
import type { Evidence } from '../../scoring/evidence.ts'
import { sampleSentence } from '../../scoring/evidence-page.ts'
import type { Policy } from '../../scoring/policy.ts'
import { registry } from '../../scoring/registry.ts'
import type { EvidenceDeps } from './deps.ts'
import { createStatistics } from './statistics.ts'

const pointsOf = (evidence: Evidence): EvidenceEntry['points'] => {
  switch (evidence.type) {
    case 'number':
      return evidence.points.map(([from, points]) => ({ label: `from ${from}`, from, points }))
    case 'flag':
      return [
        { label: 'yes', from: null, points: evidence.points.yes },
        { label: 'no', from: null, points: evidence.points.no },
      ]
    case 'choice':
      return Object.entries(evidence.points).map(([label, points]) => ({ label, from: null, points }))
  }
}

const adaptEvidence = (evidence: Evidence, { off, weights }: Policy): EvidenceEntry => ({
  name: evidence.name,
  code: evidence.code,
  title: evidence.title,
  good_code: evidence.goodCode ?? null,
  good_title: evidence.goodTitle ?? null,
  family: evidence.family,
  scope: evidence.scope,
  type: evidence.type,
  unit: evidence.type === 'number' ? evidence.unit : null,
  direction: evidence.direction,
  basis: evidence.basis,
  missing: evidence.missing,
  edges: evidence.type === 'number' ? [...edgesOf(evidence)] : [],
  points: pointsOf(evidence),
  sample: sampleSentence(evidence),
  on: !off.includes(evidence.name),
  weight: weights[evidence.name] ?? 1,
})

/** The registry as one store uses it, and what it says of that store's orders. */
export const createEvidence = ({ clock, policy, stored, labels }: EvidenceDeps) => {
  const statistics = createStatistics({ clock, stored, labels })
  return {
    list: async ({ merchantId }: Tenant): Promise<EvidenceList> => {
      const settings = await policy(merchantId)
      return { data: registry.map((evidence) => adaptEvidence(evidence, settings)) }
    },
    statistics: (tenant: Tenant): Promise<EvidenceStatistics> => statistics(tenant),
  }
}
export type EvidenceService = ReturnType<typeof createEvidence>
