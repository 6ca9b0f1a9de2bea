import { expect, test } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { startHouse } from './support/house.ts'

test.setTimeout(180_000)

test('the first sign-in meets a living dashboard, marked as samples, which go with one click', async ({ page }) => {
  const house = await startHouse()
  try {
    await page.goto(house.dashboard)
    await page.getByLabel('E-mail').fill(house.signIn.email)
    await page.getByLabel('Password').fill(house.signIn.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL(/\/test\/overview$/)
    const band = page.getByRole('region', { name: 'Test mode' })
    await expect(band).toContainText('SAMPLE DATA')
    const remove = band.getByRole('button', { name: 'Remove them and empty test mode' })
    await expect(remove).toBeVisible({ timeout: 90_000 })

    await page.goto(page.url().replace('overview', 'orders'))
    await expect(page.getByRole('row').nth(20)).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page)).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 720 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

    await remove.press('Enter')
    await expect(page.getByRole('heading', { name: 'No test orders yet' })).toBeVisible({ timeout: 60_000 })
    await expect(band).toContainText('TEST DATA')
    await page.goto(house.dashboard)
    await expect(page).toHaveURL(/\/live\/overview$/)
  } finally {
    await house.stop()
  }
})
