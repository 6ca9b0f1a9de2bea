import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

test('a rule is written with completion, put right where it is wrong, tested, kept in shadow, switched on', async ({
  open,
  order,
  page,
}) => {
  test.slow()
  await order(goodOrder('1001'))
  await order(goodOrder('1002'))
  await open('rules')
  await page.getByRole('link', { name: 'Write a rule' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Small orders')
  const editor = page.getByLabel('Expression')
  await editor.pressSequentially('order.amo')
  await expect(page.getByRole('option', { name: /order\.amount/ }).first()).toBeVisible()
  await editor.press('Tab')
  await expect(editor).toHaveValue(/^order\.amount/)
  await expect(editor).toBeFocused()
  await editor.fill('order.amunt > 1000')
  await expect(page.getByText(/^Line 1, column 1: /)).toBeVisible()
  await expect(editor).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
  await editor.fill('order.amount > 1000')
  await expect(page.getByText(/^It holds together/)).toBeVisible()
  await editor.press('Control+Enter')
  await expect(page.getByText('2 orders match')).toBeVisible()
  await expect(page.getByText('2 orders newly stopped')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Small orders' })).toBeVisible()
  await expect(page.getByText('version 1', { exact: true })).toBeVisible()
  expect((await order(goodOrder('1003'))).decision).toBe('approve')

  await page.getByRole('group', { name: 'How it runs' }).getByRole('radio', { name: 'Live' }).check({ force: true })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('version 2', { exact: true })).toBeVisible()
  expect((await order(goodOrder('1004'))).decision).toBe('review')
  await page.getByRole('button', { name: 'History' }).click()
  const versions = page.getByRole('list', { name: /^Versions/ })
  await expect(versions.getByRole('heading', { name: /^Version 2/ })).toBeVisible()
  await expect(versions.getByText('live').first()).toBeVisible()
})

test('there are twelve templates, and one of them is a rule after three clicks', async ({ open, order, page }) => {
  await order(badOrder('1001'))
  await open('rules')
  await expect(page.getByRole('region', { name: 'Templates' }).getByRole('listitem')).toHaveCount(12)
  await page.getByRole('button', { name: 'Large first order' }).click()
  await expect(page.getByLabel('Expression')).not.toHaveValue('')
  await expect(page.getByText(/^It holds together/)).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Large first order' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('No rules yet')).toBeVisible()
})

test('the list of names is closed by Escape, and Tab then leaves the editor', async ({ open, page }) => {
  await open('rules/new')
  const editor = page.getByLabel('Expression')
  await editor.pressSequentially('ord')
  await expect(page.getByRole('listbox')).toBeVisible()
  await editor.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await editor.press('Tab')
  await expect(editor).not.toBeFocused()
})

test('the order of rules is changed by keys alone, and kept', async ({ open, page, program, account }) => {
  await open('rules')
  for (const name of ['First', 'Second', 'Third']) {
    const made = await page.request.post(`${program.origin}/console/v1/stores/${account.storeId}/live/rules`, {
      data: { name, expression: 'order.amount > 1000', action: { type: 'review' } },
      headers: { origin: program.origin, 'x-goodfaith-console': '1' },
    })
    expect(made.status()).toBe(201)
  }
  await open('rules')
  const names = page.getByRole('region', { name: 'All rules' }).getByRole('listitem').getByRole('link')
  await expect(names).toHaveText(['First', 'Second', 'Third'])
  const up = page.getByRole('button', { name: 'Move Third up' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(names).toHaveText(['First', 'Third', 'Second'])
  await expect(up).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(names).toHaveText(['Third', 'First', 'Second'])
  await expect(page.getByRole('status').getByText('“Third” is rule 1 of 3 now.')).toBeVisible()
  await expect(up).toHaveAttribute('aria-disabled', 'true')
  await page.reload()
  await expect(names).toHaveText(['Third', 'First', 'Second'])
})
