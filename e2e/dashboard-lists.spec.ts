import { expect } from '@playwright/test'
import { test } from './support/saved-file.ts'
import { goodOrder } from './support/signed.ts'

test('what is put on a list decides the next order, is found again, and goes', async ({ open, order, page }) => {
  await open('lists')
  await expect(page.getByText('No list entries yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add an entry' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail', { exact: true }).fill('Kate.Wood@example.org')
  await dialog.getByLabel('Reason').fill('chargeback on order 4021')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  const table = page.getByRole('table', { name: /^List entries/ })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).not.toContainText('kate.wood@example.org')
  expect((await order(goodOrder('1001'))).decision).toBe('decline')

  await page.keyboard.press('/')
  await page.keyboard.type('kate.wood@example.org')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/stands on 1 list\./)).toBeVisible()
  await expect(page).not.toHaveURL(/kate/)
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByText(/is off the block list/)).toBeVisible()
  await expect(page.getByText('No list entries yet')).toBeVisible()
  expect((await order(goodOrder('1002'))).decision).toBe('approve')
})

test('a file comes in with progress and the number of each wrong line, and goes out again', async ({
  open,
  page,
  savedBy,
}) => {
  await open('lists')
  const lines = Array.from({ length: 1200 }, (_, at) => `block,email,person${at}@example.org,from a file`)
  const csv = ['list,kind,value,reason', ...lines, 'block,nonsense,x,y'].join('\n')
  await page
    .getByLabel('Import CSV')
    .setInputFiles({ name: 'blocked.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByText('1,200 added')).toBeVisible()
  await expect(page.getByText('1,201 of 1,201 lines')).toBeVisible()
  const wrong = page.getByRole('table', { name: 'Lines that were not taken' })
  await expect(wrong.getByRole('row')).toHaveCount(2)
  await expect(wrong).toContainText('1,202')
  const text = await savedBy(() => page.getByRole('button', { name: 'Export CSV' }).click())
  expect(text.trim().split('\n')).toHaveLength(1201)
  expect(text).not.toContain('person7@example.org')
})

test('lists and kinds stand in the address', async ({ open, page }) => {
  await open('lists')
  await page.getByRole('link', { name: 'Watch', exact: true }).click()
  await expect(page).toHaveURL(/list=watch/)
  await page.getByLabel('What it is').selectOption('Phone')
  await expect(page).toHaveURL(/kind=phone/)
  await expect(page.getByText('Nothing stands on this list')).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/kind=phone/)
})
