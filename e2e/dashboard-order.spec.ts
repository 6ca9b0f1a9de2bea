import type { Page } from '@playwright/test'
import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

const asNumber = (text: string): number => Number(text.replace('−', '-').replace('+', ''))
const pointsOf = async (page: Page): Promise<readonly number[]> =>
  (await page.locator('.waterfall tbody td:first-child').allTextContents()).map(asNumber)

test('the waterfall adds up, folded and open', async ({ open, order, page }) => {
  const answered = await order(badOrder('1002'))
  await open(`orders/${answered.id}`)
  const total = asNumber((await page.locator('.waterfall tfoot td').first().textContent()) ?? '')
  expect(total).toBe(answered.sum)
  const folded = await pointsOf(page)
  expect(folded.reduce((sum, points) => sum + points, 0)).toBe(total)
  const more = page.getByRole('button', { name: 'show all' })
  while ((await more.count()) > 0) await more.first().click()
  const lines = await pointsOf(page)
  expect(lines).toHaveLength(answered.reasons.length + 1)
  expect(lines.reduce((sum, points) => sum + points, 0)).toBe(total)
  for (const reason of answered.reasons) await expect(page.locator('.waterfall')).toContainText(reason.text)
  const order1 = page.getByRole('img', { name: `Score ${answered.trust_score} on a scale from 0 to 100` })
  await expect(order1).toBeVisible()
})

test('a verdict is replayed and comes out the same', async ({ open, order, page }) => {
  const { id } = await order(goodOrder('1001'))
  await open(`orders/${id}`)
  await page.getByRole('button', { name: 'Replay this verdict' }).click()
  await expect(page.getByText(/^same result with engine/)).toBeVisible()
})

test('linked orders share letters; attempts stand together', async ({ open, order, page }) => {
  const first = await order(goodOrder('1001'))
  await order({ ...goodOrder('1001'), order: { id: '1001', amount: 9990, currency: 'EUR' } })
  const bad = await order(badOrder('1002'))
  await open(`orders/${bad.id}`)
  const matrix = page.getByRole('table', { name: /^Orders that share an identifier/ })
  await expect(matrix.getByRole('row')).toHaveCount(4)
  await matrix.getByRole('link', { name: '1001' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '1001' })).toBeVisible()
  const attempts = page.getByRole('table', { name: /^Attempts at this order/ })
  await expect(attempts.getByRole('row')).toHaveCount(3)
  await attempts.getByRole('link', { name: /^1/ }).click()
  await expect(page).toHaveURL(({ pathname }) => pathname.endsWith(first.id))
})

test('O opens the order in the store, J and K go on', async ({ open, order, page, context, account }) => {
  await order(goodOrder('1001'))
  const second = await order(goodOrder('1002'))
  await open('settings')
  await page.getByLabel('Address of an order in your own system').fill('https://shop.example/admin/{order_id}')
  await page.getByRole('form', { name: 'Store' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await context.route('https://shop.example/**', (route) => route.fulfill({ body: 'admin' }))
  await open(`orders/${second.id}`)
  const popup = context.waitForEvent('page')
  await page.keyboard.press('o')
  await expect(await popup).toHaveURL('https://shop.example/admin/1002')
  await page.bringToFront()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1, name: '1001' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 1, name: '1002' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(({ pathname }) => pathname === `/${account.storeId}/live/orders`)
})

test('an order of the other mode is not here', async ({ open, order, page }) => {
  const { id } = await order(goodOrder('1001'), 'test')
  await page.goto('about:blank')
  await open(`orders/${id}`, 'test')
  await expect(page.getByRole('heading', { level: 1, name: '1001' })).toBeVisible()
  await open(`orders/${id}`, 'live')
  await expect(page.getByText('This order is not here')).toBeVisible()
})
