import type { Ground } from './ground.ts'
import type { AssessmentService } from './features/assessments/service.ts'
import { createEvidence, type EvidenceService } from './features/evidence/service.ts'
import type { LabelService } from './features/labels/service.ts'
import { createProfiles, type ProfileService } from './features/profiles/service.ts'

/** What the dashboard shows of people, devices and cards, and of the evidence itself. */
export interface ProfilesAndEvidence {
  readonly profiles: ProfileService
  readonly evidence: EvidenceService
}

export const createProfilesAndEvidence = (
  { clock, foundation }: Ground,
  { assessments, labels }: { readonly assessments: AssessmentService; readonly labels: LabelService },
): ProfilesAndEvidence => {
  const { documents, merchants, vault } = foundation
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  const policy = (merchantId: string) => merchants.policy(merchantId)
  return {
    profiles: createProfiles({ documents, clock, storeKeys, assessments, labels }),
    evidence: createEvidence({ clock, policy, stored: assessments.stored, labels }),
  }
}
