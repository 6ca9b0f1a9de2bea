import { expect, test as base, type Page, type Request } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { startHouse, type House } from './support/house.ts'

const test = base.extend<object, { house: House }>({
  house: [
    async ({}, use) => {
      const house = await startHouse()
      await use(house)
      await house.stop()
    },
    { scope: 'worker' },
  ],
})
// A person takes eleven seconds to fill in the form, and a ring orders six times.
test.setTimeout(120_000)

const shoppers = [
  { label: 'A good customer', decisions: ['approve'] },
  { label: 'A stolen card', decisions: ['decline'] },
  { label: 'A ring of accounts', decisions: ['review', 'decline'] },
  { label: 'A bot', decisions: ['decline'] },
] as const

const verdict = (page: Page) => page.locator('[data-decision]')

const play = async (page: Page, label: string): Promise<string> => {
  await page.getByRole('button', { name: label }).click()
  await expect(page.getByRole('status')).toContainText('Done', { timeout: 90_000 })
  await expect(verdict(page).getByRole('listitem')).toHaveCount(3)
  return (await verdict(page).getAttribute('data-decision')) ?? ''
}

test('the same basket, four kinds of customer, four fitting verdicts', async ({ page, house }) => {
  await page.goto(house.shop)
  await page.getByRole('button', { name: /Add Lamp/ }).click()
  for (const { label, decisions } of shoppers) {
    expect(decisions as readonly string[], label).toContain(await play(page, label))
    await expect(page.getByText(/Order KK-\w+, €149\.00/)).toBeVisible()
  }
})

test('nothing in a request names the role, and its label decides nothing', async ({ page, house }) => {
  const sent: string[] = []
  page.on('request', (request: Request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(house.shop)
  const bot = page.getByRole('button', { name: 'A bot' })
  await bot.locator('strong').evaluate((label) => (label.textContent = 'A saint'))
  expect(await play(page, 'A saint')).toBe('decline')
  const cookies = await page.context().cookies()
  const told = [...sent, ...cookies.map(({ value }) => Buffer.from(value, 'base64url').toString())].join('\n')
  expect(told).not.toMatch(/good customer|stolen|\bring\b|\bbot\b|saint|fraud|role/i)
})

test('a visitor shops in person: by keyboard, under a strict policy, on a small screen', async ({ page, house }) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/violat|refused to/i.test(message.text())) violations.push(message.text())
  })
  await page.setViewportSize({ width: 360, height: 720 })
  await page.goto(house.shop)
  await page.getByRole('button', { name: /Add Mug/ }).press('Enter')
  await expect(page.locator('input[name=goodfaith_session]')).toHaveValue(/^ses_/)
  for (const [label, text] of [
    ['E-mail', 'jo@example.com'],
    ['Name', 'Jo Doe'],
    ['Street and number', 'Ring 1'],
    ['Postal code', '53111'],
    ['City', 'Bonn'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).first().fill(text)
  }
  await page.getByRole('button', { name: /Place order/ }).press('Enter')
  await expect(verdict(page)).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  expect(violations).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible in ${colorScheme}`, async ({ page, house }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(house.shop)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: /Add Teapot/ }).click()
    await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
    expect(await accessibilityProblems(page)).toEqual([])
    await play(page, 'A bot')
    expect(await accessibilityProblems(page)).toEqual([])
  })
}
