import { expect } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { test } from './support/saved-file.ts'

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

test('who did what is filtered, verified and saved, by keyboard', async ({ open, page, savedBy }) => {
  await open('settings')
  await page.getByLabel('Name', { exact: true }).fill('Marlow Audio Hamburg')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await open('audit')
  const rows = page.getByRole('table', { name: 'What was done' }).getByRole('row')
  const changed = rows.filter({ hasText: 'merchant.settings_changed' })
  await expect(async () => {
    await page.reload()
    await expect(changed).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await expect(changed).toContainText('Ines Okafor')

  await test.step('what, who and when stand in the address', async () => {
    await page.getByLabel('What', { exact: true }).pressSequentially('merchant.settings_changed')
    await page.keyboard.press('Tab')
    await expect(rows).toHaveCount(2)
    await expect(page).toHaveURL(/action=merchant\.settings_changed/)
    await page.getByLabel('Who', { exact: true }).pressSequentially('operator')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('heading', { name: 'No such entry' })).toBeVisible()
    await page.goBack()
    await expect(rows).toHaveCount(2)
    await page.getByLabel('From').fill(day(2))
    await expect(page.getByRole('heading', { name: 'No such entry' })).toBeVisible()
    await page.getByLabel('From').fill(day(-2))
    await page.getByLabel('To').fill(day(2))
    await expect(rows).toHaveCount(2)
  })

  await test.step('is clean in light and dark, and has room at 320 px', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page)).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 720 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.setViewportSize({ width: 1360, height: 900 })
  })

  await test.step('is verified from the first entry', async () => {
    await page.getByRole('button', { name: 'Verify' }).press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Whole:' })).toBeVisible()
  })

  await test.step('is saved whole, whatever is filtered', async () => {
    const text = await savedBy(() => page.getByRole('button', { name: 'Export' }).press('Enter'))
    const actions = text
      .trim()
      .split('\n')
      .map((line) => JSON.stringify(JSON.parse(line)))
    expect(actions.some((line) => line.includes('merchant.created'))).toBe(true)
    expect(actions.some((line) => line.includes('merchant.settings_changed'))).toBe(true)
  })
})
