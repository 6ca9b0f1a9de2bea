import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Names of the rules that the page breaks. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
