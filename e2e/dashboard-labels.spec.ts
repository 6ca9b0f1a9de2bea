import { expect, test } from './support/dashboard.ts'
import { goodOrder } from './support/signed.ts'

test('an order is labelled on its page, with its history, and the label is taken back', async ({
  open,
  order,
  page,
}) => {
  const { id } = await order(goodOrder('1001'))
  await open(`orders/${id}`)
  const outcome = page.getByRole('region', { name: 'Outcome' })
  await expect(outcome).toContainText('Nothing is known yet. Without a complaint it counts as good on')
  await page.keyboard.press('l')
  await expect(outcome.getByLabel('What it turned out to be')).toBeFocused()
  await outcome.getByLabel('What it turned out to be').selectOption('Chargeback')
  await outcome.getByLabel('Reason code').fill('10.4')
  await outcome.getByRole('button', { name: 'Record' }).click()
  await expect(outcome).toContainText('It turned out bad.')
  await expect(outcome).toContainText('Chargeback 10.4')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(outcome).toContainText('Nothing is known yet.')
  await expect(outcome).toContainText('Cleared')
})

test('a table of labels goes up with the number of each wrong line', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await order(goodOrder('1002'))
  await open('labels')
  await expect(page.getByText('No labels yet')).toBeVisible()
  const csv = 'order_id,label\n1001,fraud\nnobody,fraud\n1002,not_fraud\n'
  await page
    .getByLabel('Import CSV')
    .setInputFiles({ name: 'labels.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByText('2 recorded, 0 known before')).toBeVisible()
  const wrong = page.getByRole('table', { name: 'Lines that were not taken' })
  await expect(wrong.getByRole('rowheader', { name: '3' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Labels, newest first' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await page.getByLabel('Show').selectOption('Not fraud')
  await expect(page).toHaveURL(/label=not_fraud/)
  await expect(table.getByRole('row')).toHaveCount(2)
})
