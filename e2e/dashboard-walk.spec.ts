import type { Page } from '@playwright/test'
import { expect, test } from './support/dashboard.ts'
import { labelsOf, manyOrders, shopper } from './support/many-orders.ts'
import { goodOrder } from './support/signed.ts'

/** One device; another mailbox, card and address each time. The scorecard alone sends it to review from the fourth on. */
const ringOrder = (name: string) => {
  const { order, payment } = goodOrder(`ring-${name}`)
  return {
    order,
    email: { address: `${name}.ring@example.org` },
    billing: { name: 'Kate Wood', address: `Ring ${name}`, city: 'Bonn', postal: '53111', country: 'DE' },
    payment: { ...payment, token: `pm_${name}` },
    device: { id: 'ring-device' },
  }
}

const seesRing = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'ring-dora' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'ring-dora' })).toBeVisible()
  const matrix = page.getByRole('table', { name: /^Orders that share an identifier/ })
  await expect(matrix.getByRole('row')).toHaveCount(5)
  await expect(page.getByText('e-mail addresses used this device').first()).toBeVisible()
}

const writesRule = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Write a rule' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Ring on a device')
  const editor = page.getByLabel('Expression')
  await editor.pressSequentially('device.emails_24')
  await expect(page.getByRole('option', { name: /^device\.emails_24h/ })).toBeVisible()
  await editor.press('Tab')
  await expect(editor).toHaveValue('device.emails_24h')
  await editor.pressSequentially(' >= 3')
  await expect(page.getByText(/^It holds together/)).toBeVisible()
  await page.getByLabel('Then').selectOption('block')
  await editor.press('Control+Enter')
  await expect(page.getByText('2 orders match')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('version 1', { exact: true })).toBeVisible()
}

const switchesOn = async (page: Page): Promise<void> => {
  await page.getByRole('group', { name: 'How it runs' }).getByRole('radio', { name: 'Live' }).check({ force: true })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('version 2', { exact: true })).toBeVisible()
}

test('a merchant sees a ring, writes a rule against it, tests it, keeps it in shadow and switches it on', async ({
  open,
  order,
  page,
}) => {
  for (const name of ['anna', 'bert', 'cleo', 'dora']) await order(ringOrder(name))
  await open('orders')
  await seesRing(page)
  await open('rules')
  await writesRule(page)
  const shadowed = await order(ringOrder('emil'))
  expect(shadowed.decision).toBe('review')
  await switchesOn(page)
  const stopped = await order(ringOrder('fritz'))
  expect(stopped.decision).toBe('decline')
})

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at)
const past = range(0, 1200)
const later = range(1200, 1320)

test('labels make a challenger, and it wins the gate before the eyes of the merchant', async ({
  open,
  order,
  page,
}) => {
  // Thirteen hundred orders, their labels and a fit.
  test.slow()
  await manyOrders(past.map(shopper), order)
  await open('labels')
  const csv = labelsOf(past)
  await page
    .getByLabel('Import CSV')
    .setInputFiles({ name: 'outcomes.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByText('1,200 recorded, 0 known before')).toBeVisible({ timeout: 60_000 })
  await open('model')
  await page.getByRole('button', { name: 'Train now' }).click()
  const gate = page.getByRole('region', { name: 'Version 1 on trial' })
  await expect(gate).toBeVisible({ timeout: 60_000 })
  await gate.getByRole('checkbox', { name: 'Promote by itself what passes the gate' }).uncheck()
  await expect(gate.getByText('0 of 100 orders scored beside the champion so far')).toBeVisible()
  await manyOrders(later.map(shopper), order)
  await expect(gate.getByText(/^Would have decided .* of 120 new orders otherwise/)).toBeVisible({ timeout: 30_000 })
  await expect(gate.getByText('not passed')).toHaveCount(0)
  await gate.getByRole('button', { name: 'Promote' }).click()
  await expect(page.getByRole('region', { name: 'Version 1 decides' })).toBeVisible()
  const [first] = later
  const verdict = await order({ ...shopper(first ?? 0), order: { id: 's-after', amount: 4000, currency: 'EUR' } })
  expect(verdict.trust_score).toBeGreaterThan(0)
})
