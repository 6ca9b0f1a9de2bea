import { expect, test as base, type Page } from '@playwright/test'
import { startEdge, type Edge } from './support/edge.ts'
import { startStore, type Page as StorePage, type Store } from './support/store.ts'

const form = '<form data-goodfaith method="post" action="/order"><input name="email"><button>Buy</button></form>'

interface Fixtures {
  edge: Edge
  /** A store whose checkout is this page, opened. */
  checkout: (page: StorePage | string, tag?: string) => Promise<Store>
}

const test = base.extend<Fixtures>({
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

const sessionField = (page: Page) => page.locator('form[data-goodfaith] input[name=goodfaith_session]')
test('fills the marked form and leaves other forms alone', async ({ page, edge, checkout }) => {
  const store = await checkout(`{tag}${form}<form id="other"></form>`)
  await expect(sessionField(page)).toHaveValue('ses_test0001')
  await expect(page.locator('#other input')).toHaveCount(0)
  await page.getByRole('button', { name: 'Buy' }).click()
  await expect(page).toHaveTitle('Ordered')
  expect(store.orders[0]?.get('goodfaith_session')).toBe('ses_test0001')
  expect(edge.posted).toHaveLength(1)
})
