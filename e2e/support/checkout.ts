import { test as base, type Locator, type Page } from '@playwright/test'
import { startEdge, type Edge } from './edge.ts'
import { startStore, type Page as StorePage, type Store } from './store.ts'

export const orderForm =
  '<form data-goodfaith method="post" action="/order"><input name="email"><button>Buy</button></form>'

export interface CheckoutFixtures {
  readonly edge: Edge
  /** A store whose first page is this one, opened. `{tag}` stands for the script tag. */
  readonly checkout: (page: StorePage | string, attributes?: string) => Promise<Store>
}

export const test = base.extend<CheckoutFixtures>({
  edge: async ({}, use) => {
    const edge = await startEdge()
    await use(edge)
    await edge.close()
  },
  checkout: async ({ page, edge }, use) => {
    const stores: Store[] = []
    await use(async (given, attributes = '') => {
      const { html, headers = {} } = typeof given === 'string' ? { html: given } : given
      const tag = `<script async src="${edge.origin}/gf.js" data-key="gfp_test_x" ${attributes}></script>`
      const store = await startStore({ '/': { html: html.replace('{tag}', tag), headers } })
      stores.push(store)
      await page.goto(store.origin)
      return store
    })
    for (const store of stores) await store.close()
  },
})

export const sessionField = (page: Page): Locator => page.locator('form[data-goodfaith] input[name=goodfaith_session]')

/** What the page itself would await. */
export const ready = async (page: Page): Promise<string | null | undefined> => {
  await page.waitForFunction(() => window.Goodfaith !== undefined)
  return page.evaluate(async () => (await window.Goodfaith?.ready())?.sessionId)
}
