import { expect, type Page } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { codeOf } from './support/app-code.ts'
import { test } from './support/mailed.ts'

const reason = 'Ticket 4711: orders do not arrive'
const band = (page: Page) => page.getByRole('region', { name: 'The operator is looking' })
const picture = async (page: Page, name: string) => {
  const folder = process.env['GOODFAITH_SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/operator-${name}.png`, fullPage: true })
}

test('an operator sets up an app, looks with a reason, and is seen and stopped by the owner', async ({
  page,
  program,
  browser,
}) => {
  test.setTimeout(300_000)
  const store = await program.command<{ merchant_id: string }>(
    ...['merchants', 'create', '--name', 'Thornby Cycles', '--origin', 'https://thornby-cycles.example'],
  )
  const ownerEmail = 'owner@thornby-cycles.example'
  const owner = await program.command<{ password: string }>(
    ...['people', 'create', '--merchant', store.merchant_id, '--email', ownerEmail, '--name', 'Ines'],
  )
  const email = 'tove@operator.example'
  const made = await program.command<{ password: string; sign_in: string }>(
    ...['operators', 'create', '--email', email, '--name', 'Tove Lind'],
  )
  expect(made.sign_in).toBe(`${program.origin}/operator`)
  const signIn = async () => {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(made.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  const { secret, codes } = await test.step('sets up an app before anything else', async () => {
    await page.goto(`${program.origin}/operator`)
    expect(await accessibilityProblems(page)).toEqual([])
    await signIn()
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await expect(page.getByAltText('QR code for your app')).toBeVisible()
    const shown = await page
      .getByText(/^Or type this secret/)
      .locator('code')
      .innerText()
    await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(shown))
    await page.getByRole('button', { name: 'Switch on' }).click()
    const listed = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await expect(listed).toHaveCount(10)
    const drawn = await listed.allInnerTexts()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Operator' })).toBeVisible()
    return { secret: shown, codes: drawn }
  })

  await test.step('comes in again with a code', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signIn()
    await page.getByLabel('Code of your app').fill(codeOf(secret, 1))
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Operator' })).toBeVisible()
  })

  await test.step('draws new recovery codes, and is told at the field what was wrong', async () => {
    const panel = page.getByRole('region', { name: 'Recovery codes' })
    await expect(panel).toContainText('10 left')
    const password = panel.getByLabel('Your password, once more')
    await password.fill('not mine 12345')
    await panel.getByLabel('Code of your app').fill('zzzzzz')
    await page.keyboard.press('Enter')
    await expect(password).toHaveAttribute('aria-invalid', 'true')
    await password.fill(made.password)
    await page.keyboard.press('Enter')
    await expect(panel.getByLabel('Code of your app')).toHaveAttribute('aria-invalid', 'true')
    await expect(password).not.toHaveAttribute('aria-invalid', 'true')
    await panel.getByLabel('Code of your app').fill(codes[0] ?? '')
    await page.keyboard.press('Enter')
    const drawn = panel.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await expect(drawn).toHaveCount(10)
    expect(await drawn.allInnerTexts()).not.toContain(codes[1])
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'recovery')
    await panel.getByRole('button', { name: 'I have kept them' }).click()
    await expect(panel).toContainText('10 left')
  })

  await test.step('finds the organisation by keyboard and says why', async () => {
    await page.getByLabel('Search organisations').fill('thornby')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Open Thornby Cycles' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Thornby Cycles' })).toBeVisible()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'desk')
    await page.getByLabel('Reason').fill(reason)
    await page.keyboard.press('Enter')
    await expect(band(page)).toContainText('Tove Lind')
    await expect(band(page)).toContainText(`Reason: ${reason}`)
    await expect(band(page)).toContainText(/(30|29) minutes left/)
  })

  await test.step('sees pages under the band, and may change nothing there', async () => {
    const at = (name: string) => page.goto(`${program.origin}/${store.merchant_id}/live/${name}`)
    for (const name of ['orders', 'rules', 'settings']) {
      await at(name)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(band(page)).toBeVisible()
    }
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'looking')
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'looking-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })

  const own = await browser.newContext()
  const other = await own.newPage()
  await test.step('the owner is told, sees the band, and switches it off', async () => {
    await other.goto(program.origin)
    await other.getByLabel('E-mail').fill(ownerEmail)
    await other.getByLabel('Password').fill(owner.password)
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(band(other)).toContainText(`Reason: ${reason}`)
    await other.goto(`${program.origin}/${store.merchant_id}/live/settings`)
    await expect(other.getByRole('list', { name: 'When the operator looked' })).toContainText('looking now')
    expect(await accessibilityProblems(other)).toEqual([])
    await other.getByRole('button', { name: 'Switch it off' }).click()
    await expect(other.getByRole('list', { name: 'When the operator looked' })).toContainText('ended by this switch')
    await expect(band(other)).toHaveCount(0)
    await picture(other, 'switch')
  })
  await own.close()

  await test.step('and the operator is out', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await page.goto(`${program.origin}/operator`)
    await page.getByRole('button', { name: 'Open Thornby Cycles' }).click()
    await expect(page.getByText('does not let the operator look')).toBeVisible()
  })
})
