import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

test('an order appears by itself, and the numbers follow', async ({ open, order, page }) => {
  await open('overview')
  await expect(page.getByRole('heading', { name: 'No orders yet' })).toBeVisible()
  await expect(page.getByText('Up to date, no order yet')).toBeVisible()
  await order(goodOrder('1001'))
  const stream = page.locator('.stream')
  await expect(stream.getByRole('link', { name: '1001' })).toBeVisible()
  await expect(page.locator('.figures .value').first()).toHaveText('1')
})

test('while the list is read, news is held and counted', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await open('overview')
  const stream = page.locator('.stream')
  await stream.getByRole('link', { name: '1001' }).focus()
  await order(badOrder('1002'))
  await order(badOrder('1003'))
  const held = page.getByRole('button', { name: '2 newer orders, show them' })
  await expect(held).toBeVisible()
  await expect(stream.getByRole('listitem')).toHaveCount(1)
  await held.click()
  await expect(stream.getByRole('listitem')).toHaveCount(3)
})

test('the chart is reached by keys and says its values in words and as a table', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await order(badOrder('1002'))
  await open('overview')
  await expect(page.locator('.figures .value').first()).toHaveText('2')
  const sentence = page.locator('.with-table > p')
  await expect(sentence).toContainText('still running')
  await page.getByRole('group', { name: /^Orders by risk level/ }).focus()
  await page.keyboard.press('Home')
  await expect(sentence).toContainText('00:00 to')
  await page.keyboard.press('Escape')
  await expect(sentence).toContainText('1 critical')
  await page.getByText('Show as table').click()
  const cells = await page
    .getByRole('table', { name: /^Orders by risk level and hour/ })
    .locator('td')
    .allTextContents()
  expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(2)
  await expect(page.locator('canvas[role=img]').first()).toHaveAttribute('aria-label', /^critical: 1 order/)
})

test('a week and a month are looked at from the same page, and the address says which', async ({
  open,
  order,
  page,
}) => {
  await order(goodOrder('1001'))
  await open('overview')
  const period = page.getByLabel('Day', { exact: true })
  await period.selectOption('Last 7 days')
  await expect(page).toHaveURL(/days=7/)
  await expect(page.getByRole('group', { name: /^Orders by risk level/ })).toBeVisible()
  await expect(page.locator('.figures .value').first()).toHaveText('1')
  await page.getByText('Show as table').click()
  await expect(page.getByRole('table', { name: /^Orders by risk level and day/ }).getByRole('row')).toHaveCount(8)
  await period.selectOption('Last 30 days')
  await expect(page).toHaveURL(/days=30/)
  await page.goBack()
  await expect(page).toHaveURL(/days=7/)
})
