import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

test('the model says what it needs before it learns', async ({ open, page }) => {
  await open('model')
  await expect(page.getByText('Nothing learned yet')).toBeVisible()
  await page.getByLabel('Orders', { exact: true }).selectOption('Cash on delivery')
  await expect(page).toHaveURL(/card=cod/)
  await page.getByRole('button', { name: 'Train now' }).click()
  await expect(page.getByRole('region', { name: 'Training' })).toBeVisible()
})

test('the network is switched on after reading, and off again', async ({ open, page }) => {
  await open('network')
  await expect(page.getByText('You neither give nor take network news')).toBeVisible()
  await page.getByRole('button', { name: 'Read what is shared' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Switch on' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(/^I have read what is shared/).check()
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('You give and take network news')).toBeVisible()
  await page.getByRole('button', { name: 'Switch off' }).click()
  await expect(page.getByText('You neither give nor take network news')).toBeVisible()
})

test('evidence is weighed and switched off, and the next verdict says so', async ({ open, order, page }) => {
  const before = await order(badOrder('1001'))
  const strongest = before.reasons.find(({ code }) => code === 'EMAIL_DISPOSABLE')
  await open('evidence')
  await page.getByRole('searchbox').fill('disposable')
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Throw-away e-mail address' }) })
  await expect(row).toHaveCount(1)
  await row.getByRole('button').click()
  await expect(page.getByText(/When it is not known: no readable e-mail address/)).toBeVisible()
  await row.getByRole('checkbox').uncheck()
  await expect(page.getByText(/It holds from the next order on/)).toBeVisible()
  const after = await order(badOrder('1002'))
  expect(strongest?.points ?? 0).toBeLessThan(0)
  expect(after.reasons.map(({ code }) => code)).not.toContain('EMAIL_DISPOSABLE')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(row.getByRole('checkbox')).toBeChecked()
})

test('an order leads to its customer, and a customer to the orders and lists', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  const { id } = await order(goodOrder('1002'))
  await open(`orders/${id}`)
  await page
    .getByRole('region', { name: 'Order', exact: true })
    .getByRole('link', { name: /^k\*\*\*/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('E-mail k***')
  await expect(page).not.toHaveURL(/kate/)
  const orders = page.getByRole('table', { name: 'Orders, newest first' })
  await expect(orders.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('table', { name: /^Orders, sums and partners/ })).toContainText('€99.80')
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(page.getByText('It stands on the block list.')).toBeVisible()
  expect((await order(goodOrder('1003'))).decision).toBe('decline')
})

test('thresholds are tried on past orders before they hold, and the shadow plan acts on nothing', async ({
  open,
  order,
  page,
}) => {
  await order(goodOrder('1001'))
  await order(badOrder('1002'))
  await open('decisions')
  const card = page.getByRole('form', { name: 'All but cash on delivery' })
  await card.getByLabel('Review below').fill('100')
  await page.getByRole('button', { name: /^Test on past orders/ }).click()
  await expect(page.getByText('1 order newly stopped')).toBeVisible()
  await expect(page.getByText(/^Too few outcomes are known/).first()).toBeVisible()
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It holds from the next order on.')).toBeVisible()
  expect((await order(goodOrder('1003'))).decision).toBe('review')
  await page.getByRole('button', { name: 'Go into shadow' }).click()
  await expect(page.getByRole('heading', { name: 'Shadow plan: nothing acts' })).toBeVisible()
  const shadowed = await order(badOrder('1004'))
  expect([shadowed.decision, shadowed.would_decide]).toEqual(['approve', 'decline'])
  await expect(page.getByRole('region', { name: 'What changed' }).getByRole('listitem')).not.toHaveCount(1)
})
