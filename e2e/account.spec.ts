import { expect, type Page } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { codeOf } from './support/app-code.ts'
import { linkTo, test } from './support/mailed.ts'
import { assess, goodOrder } from './support/signed.ts'

const signIn = async (page: Page, email: string, password: string) => {
  // Not the label alone: until a sign-out is answered the account page stands here, and it has an e-mail address too.
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('from sign-up by mail and app to a sign-in in two steps, and back in when the password is gone', async ({
  page,
  program,
}) => {
  test.setTimeout(90_000)
  const email = 'ines@marlow-audio.example'
  const open = (path: string) => page.goto(`${program.origin}${path}`)
  const at = (path: string) => linkTo(program, email, path)

  await test.step('signs up and confirms the address', async () => {
    await open('/')
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByLabel('Your name').fill('Ines Okafor')
    await page.getByLabel('Organisation').fill('Marlow Audio')
    await page.getByLabel('E-mail').fill(email)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByText('a link is on its way')).toBeVisible()
    await page.goto(await at('/confirm'))
    await page.getByRole('textbox', { name: 'New password' }).fill('password123')
    await page.getByRole('button', { name: 'Confirm and sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('common')
    await page.getByRole('textbox', { name: 'New password' }).fill('a quiet harbour 7')
    await page.getByRole('button', { name: 'Confirm and sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Your account', exact: true })).toBeVisible()
    expect(page.url()).toBe(`${program.origin}/account`)
  })

  const secret = await test.step('sets up an app by its picture', async () => {
    await page.getByLabel('Your password, once more').fill('a quiet harbour 7')
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await expect(page.getByAltText('QR code for your app')).toBeVisible()
    const shown = await page
      .getByText(/^Or type this secret/)
      .locator('code')
      .innerText()
    await page.getByRole('textbox', { name: 'Code' }).fill('000000')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await expect(page.getByRole('alert')).toContainText('not right')
    await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(shown))
    await page.getByRole('button', { name: 'Switch on' }).click()
    await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
    return shown
  })

  const recovery = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().innerText()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes left')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])

  await test.step('is called otherwise', async () => {
    await page.getByLabel('Your name').fill('Ines Okafor-Reed')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(page.locator('.page-head')).toContainText('Ines Okafor-Reed')
  })

  await test.step('signs out everywhere, and in again with a code', async () => {
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await signIn(page, email, 'a quiet harbour 7')
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
    await page.getByLabel('Code of your app').fill(codeOf(secret, 1))
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('heading', { name: 'Your account', exact: true })).toBeVisible()
  })

  await test.step('sets a new password by mail, and signs in with a recovery code', async () => {
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('link', { name: 'Forgot the password' }).click()
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText('a link is on its way')).toBeVisible()
    await page.goto(await at('/reset'))
    await page.getByRole('textbox', { name: 'New password' }).fill('another harbour 8')
    await page.getByRole('button', { name: 'Save and go to sign-in' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await signIn(page, email, 'another harbour 8')
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(recovery)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('heading', { name: 'A new store' })).toBeVisible()
  })

  await test.step('makes a store, and its keys score an order', async () => {
    await page.getByLabel('Name').fill('Marlow Audio')
    await page.getByRole('button', { name: 'Make the store' }).click()
    const lines = page.getByRole('region', { name: 'Keys for test' }).locator('dl > div')
    const shown = (name: string) => lines.filter({ hasText: name }).locator('code')
    const secretOf = async (name: string) => (await shown(name).innerText()).trim()
    const keys = { secret_key: await secretOf('Secret key'), signing_secret: await secretOf('Signing secret') }
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: /^I have kept them/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Install' })).toBeVisible()
    expect((await assess(program.origin, keys, goodOrder('first'))).decision).toBe('approve')
    await page.getByRole('link', { name: 'Overview', exact: true }).click()
    await expect(page.locator('.stream').getByRole('link', { name: 'first' })).toBeVisible()
  })
})
