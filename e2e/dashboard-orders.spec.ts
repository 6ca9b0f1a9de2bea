import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

test('filters stand in the address, and Back takes them away', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await order(badOrder('1002'))
  await open('orders')
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('f')
  await page.getByLabel('critical').check()
  await expect(page).toHaveURL(/level=critical/)
  await expect(rows).toHaveCount(1)
  await page.getByLabel('last hour').check()
  await expect(page).toHaveURL(/placed=1h/)
  await page.goBack()
  await expect(page).not.toHaveURL(/placed/)
  await page.goBack()
  await expect(rows).toHaveCount(2)
  await page.goForward()
  await page.reload()
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Remove filter Level critical' }).click()
  await expect(rows).toHaveCount(2)
})

test('a searched e-mail is posted and stands in the address only as its keyed reference', async ({
  open,
  order,
  page,
}) => {
  await order(goodOrder('1001'))
  await order(badOrder('1002'))
  await open('orders')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.press('/')
  await page.keyboard.type('Kate.Wood@example.org')
  await page.keyboard.press('Enter')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(page).toHaveURL(/ref=email%3A[0-9a-f]{64}/)
  expect(asked.filter((url) => /kate|example\.org/i.test(url))).toEqual([])
  await expect(page.getByText('Person k***@e***.org')).toBeVisible()
})

test('an order number is found, a missing one is said', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await order(goodOrder('1002'))
  await open('orders')
  const search = page.getByRole('searchbox')
  await search.fill('1002')
  await search.press('Enter')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await search.fill('no-such-order')
  await search.press('Enter')
  await expect(page.getByText('Nothing was found for no-such-order.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No order matches' })).toBeVisible()
})

test('an order that comes is held back until it is asked for', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await open('orders')
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(1)
  await order(badOrder('1002'))
  const held = page.getByRole('button', { name: '1 newer order, show it' })
  await expect(held).toBeVisible()
  await expect(rows).toHaveCount(1)
  await held.click()
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('1002')
  await expect(held).toBeHidden()
})

test('pages are turned by cursor, and the address keeps the place', async ({ open, order, page }) => {
  for (let number = 1; number <= 52; number += 1) await order(goodOrder(String(2000 + number)))
  await open('orders')
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(50)
  await page.getByRole('button', { name: 'Older' }).click()
  await expect(rows).toHaveCount(2)
  await page.reload()
  await expect(rows.last()).toContainText('2001')
  await page.goBack()
  await expect(rows).toHaveCount(50)
})

test('test and live are told apart, and an empty list says what comes next', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await open('orders')
  await expect(page.getByText('TEST DATA.')).toBeHidden()
  await page.getByRole('radio', { name: 'Test' }).check({ force: true })
  await expect(page).toHaveURL(/\/test\/orders$/)
  await expect(page).toHaveTitle('Orders · Test · Goodfaith')
  await expect(page.getByText('TEST DATA.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No test orders yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Install Goodfaith' }).click()
  await expect(page.getByRole('heading', { name: 'Install' })).toBeVisible()
})
