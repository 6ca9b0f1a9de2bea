import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** axe brings types of its own copy of Playwright; the page is the same. */
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page']

/** Names of the rules that the page breaks. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: page as unknown as AxePage }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
