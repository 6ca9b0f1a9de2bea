import type { Ground } from './ground.ts'
import type { AssessmentService } from './features/assessments/service.ts'
import type { LabelService } from './features/labels/service.ts'
import { createPolicies, type PolicyService } from './features/policies/service.ts'
import { createAuthors, createRules, type RuleService } from './features/rules/service.ts'
import { AppError } from './platform/app-error.ts'

export interface RulesAndPolicy {
  readonly rules: RuleService
  readonly policies: PolicyService
}

/** What a store decides by: its rules, its thresholds, and what past orders would have become under others. */
export const createRulesAndPolicy = (
  { clock, foundation, log, stopping }: Ground,
  { assessments, labels }: { readonly assessments: AssessmentService; readonly labels: LabelService },
): RulesAndPolicy => {
  const { documents, merchants, vault, accounts } = foundation
  const storeKeys = (merchantId: string) => vault.storeKeys(merchantId)
  const personName = async (personId: string): Promise<string | null> => {
    const gone = (error: unknown): null => {
      if (error instanceof AppError) return null
      throw error
    }
    const person = await accounts.person(personId).catch(gone)
    return person && person.name
  }
  return {
    rules: createRules({ documents, clock, merchants, storeKeys, personName }),
    policies: createPolicies({
      ...{ merchants, storeKeys, labels, log },
      past: assessments.past,
      now: clock,
      authorOf: createAuthors(personName),
      stopping: stopping.signal,
    }),
  }
}
