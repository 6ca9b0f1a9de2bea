import type { RuleTemplate } from '#contract/console.ts'

let kept: RuleTemplate | null = null

/** Carries a chosen template to the page of a new rule, once. */
export const templateChoice = {
  keep: (template: RuleTemplate): void => {
    kept = template
  },
  take: (): RuleTemplate | null => {
    const taken = kept
    kept = null
    return taken
  },
}
