import { expect, test } from './support/dashboard.ts'
import { reviewEverything, reviewsWaiting } from './support/deciding.ts'
import { goodOrder } from './support/signed.ts'

test.beforeEach(async ({ open, page, program, account }) => {
  await open('review')
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await reviewEverything(page, program, account)
})

test('decided by key, taken back by key, and the next order is read out', async ({
  open,
  order,
  page,
  program,
  account,
}) => {
  for (const id of ['first', 'second', 'third']) await order(goodOrder(id))
  await reviewsWaiting(page, program, account, 3)
  await open('review')
  const queue = page.getByRole('list').filter({ has: page.getByRole('link', { name: 'second' }) })
  await expect(queue.getByRole('listitem')).toHaveCount(3)
  await expect(page.getByRole('heading', { level: 2, name: 'Order first' })).toBeVisible()
  await expect(page.getByText(/^yours until/)).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('status').getByText('Order first approved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Order second' })).toBeFocused()
  await expect(queue.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('z')
  await expect(queue.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('s')
  await expect(page.getByRole('heading', { level: 2, name: 'Order third' })).toBeFocused()
  await page.getByRole('button', { name: 'Decline', exact: false }).first().click()
  await expect(page.getByRole('status').getByText('Order third declined.')).toBeVisible()
  await expect(page.getByText('third declined', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Review/ })).toContainText('2')
})

test('a note stays with the order, and an admin can be asked', async ({ open, order, page }) => {
  await order(goodOrder('only'))
  await open('review')
  await expect(page.getByText(/^yours until/)).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('The phone does not answer.')
  await page.getByRole('button', { name: 'Save the note alone' }).click()
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('The phone does not answer.')
  await page.getByRole('button', { name: /^Ask an admin/ }).click()
  await expect(page.getByText(/an admin is asked/)).toBeVisible()
})

test('what it turned out to be goes with the decision, and stands on the order page', async ({ open, order, page }) => {
  const { id } = await order(goodOrder('bad-one'))
  await open('review')
  await expect(page.getByText(/^yours until/)).toBeVisible()
  await page.getByLabel('What it turned out to be').selectOption('Fraud')
  await page
    .getByRole('button', { name: /^Decline/ })
    .first()
    .click()
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await open(`orders/${id}`)
  await expect(page.getByText(/^Decline, you at/)).toBeVisible()
})

test('an order that waits is decided on its own page too', async ({ open, order, page }) => {
  const { id } = await order(goodOrder('here'))
  await open(`orders/${id}`)
  const bar = page.getByRole('region', { name: 'Decide this order' })
  await expect(bar.getByRole('link', { name: 'In the queue' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByText(/^Approve, you at/)).toBeVisible()
  await page.keyboard.press('z')
  await expect(bar).toBeVisible()
})
