import { expect } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { linkTo, test } from './support/mailed.ts'

test('who is invited joins by the link in the mail, and sees the store', async ({ page, program, browser }) => {
  const store = await program.command<{ merchant_id: string }>(
    ...['merchants', 'create', '--name', 'Marlow Audio', '--origin', 'https://marlow-audio.example'],
  )
  const { password } = await program.command<{ password: string }>(
    ...['people', 'create', '--merchant', store.merchant_id, '--email', 'owner@marlow-audio.example', '--name', 'Ines'],
  )
  const signIn = async (on: typeof page, email: string, secret: string) => {
    await on.goto(program.origin)
    await on.getByLabel('E-mail').fill(email)
    await on.getByLabel('Password').fill(secret)
    await on.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(on.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  }
  const guest = 'tom@marlow-audio.example'
  await signIn(page, 'owner@marlow-audio.example', password)
  await page.goto(`${program.origin}/${store.merchant_id}/test/people`)
  await page.getByLabel('Name of the organisation').fill('Marlow Group')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('of Marlow Group, for all its stores')).toBeVisible()
  await page.getByLabel('E-mail').fill(guest)
  await page.getByLabel('Role').last().selectOption('Viewer')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Open invitations' })).toContainText(guest)

  const own = await browser.newContext()
  const other = await own.newPage()
  const link = await linkTo(program, guest, '/invitation')
  await other.goto(link)
  await other.getByLabel('Your name').fill('Tom Reed')
  await other.getByRole('textbox', { name: 'Password' }).fill('a quiet harbour 7')
  expect(await accessibilityProblems(other)).toEqual([])
  await other.getByRole('button', { name: 'Make my account' }).click()
  await expect(other.getByText('Your account is made')).toContainText(`Sign in as ${guest}`)
  await signIn(other, guest, 'a quiet harbour 7')

  await other.goto(link)
  await other.getByRole('button', { name: `Join as ${guest}` }).click()
  await expect(other.getByRole('alert')).toContainText('not good')
  await own.close()
})
