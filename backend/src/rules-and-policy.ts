import type { Ground } from './ground.ts'
import { createRules, type RuleService } from './features/rules/service.ts'
import { AppError } from './platform/app-error.ts'

export interface RulesAndPolicy {
  readonly rules: RuleService
}

/** What a store decides by: its rules, its thresholds, and what past orders would have become under others. */
export const createRulesAndPolicy = ({ clock, foundation }: Ground): RulesAndPolicy => {
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
  return { rules: createRules({ documents, clock, merchants, storeKeys, personName }) }
}
