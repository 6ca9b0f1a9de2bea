import { accessibilityProblems } from './support/accessibility.ts'
import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

/** In groups, so that one test has time for each of its pages. */
const groups = {
  watching: ['overview', 'orders', 'orders/{id}', 'review', 'more', 'nowhere'],
  teaching: ['rules', 'rules/new', 'lists', 'labels', 'decisions'],
  learning: ['model', 'evidence', 'network', 'install', 'settings'],
  'who may do what': ['keys', 'people', 'audit', 'danger'],
} as const
const groupsOfPages = Object.entries(groups)
const views = [
  { width: 1360, colorScheme: 'light' },
  { width: 1360, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const

for (const { width, colorScheme } of views) {
  for (const [group, pages] of groupsOfPages) {
    test(`pages for ${group} are clean for axe at ${width} px, ${colorScheme}`, async ({
      open,
      order,
      page,
      browserName,
    }) => {
      test.skip(browserName !== 'chromium', 'axe reads the document, which is the same in every browser')
      test.slow()
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await order(goodOrder('1001'))
      const { id } = await order(badOrder('1002'))
      for (const name of pages) {
        await open(name.replace('{id}', id))
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        expect(await accessibilityProblems(page), name).toEqual([])
      }
      await open('install', 'test')
      expect(await accessibilityProblems(page), 'test mode').toEqual([])
    })
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sign-in is clean for axe, ${colorScheme}`, async ({ page, program }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(program.origin)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(await accessibilityProblems(page)).toEqual([])
  })
}

for (const [group, pages] of groupsOfPages) {
  test(`no page for ${group} scrolls sideways from 320 px on, in either direction of writing`, async ({
    open,
    order,
    page,
  }) => {
    test.slow()
    await order({ ...goodOrder('2026-WEB-SHOP-0000000000010419-B') })
    const { id } = await order(badOrder('1002'))
    for (const name of pages) {
      await open(name.replace('{id}', id))
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction)
        for (const width of [320, 360, 641, 900, 1217, 1360]) {
          await page.setViewportSize({ width, height: 900 })
          const excess = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(excess, `${name} at ${width} px, ${direction}`).toBe(0)
        }
      }
    }
  })
}

test('from sign-in to a replayed verdict with the keyboard alone', async ({ page, program, account, order }) => {
  await order(goodOrder('1001'))
  await order(badOrder('1002'))
  await page.goto(program.origin)
  await page.getByLabel('E-mail').waitFor()
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
        return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
      })
      if (name.test(focused.trim())) return
    }
    throw new Error(`Tab never came to ${String(name)}`)
  }
  await tabTo(/^E-mail/)
  await page.keyboard.type(account.email)
  await tabTo(/^Password/)
  await page.keyboard.type(account.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.locator('tr.cursor')).toContainText('1001')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '1001' })).toBeVisible()
  await tabTo(/^Replay this verdict/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^same result/)).toBeVisible()
})
