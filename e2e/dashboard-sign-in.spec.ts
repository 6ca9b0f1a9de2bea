import { expect, test } from './support/dashboard.ts'

test('refuses a wrong password in words, and lets the right one in', async ({ page, program, account }) => {
  await page.goto(program.origin)
  await expect(page).toHaveTitle('Sign in · Goodfaith')
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('E-mail and password do not match.')
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(page).toHaveURL(`${program.origin}/${account.storeId}/live/overview`)
  await expect(page.locator('#main')).toBeFocused()
})

test('a sign-out ends it in every window, with its open streams', async ({ open, account, program, context }) => {
  const page = await open('overview')
  await expect(page.getByText('Up to date')).toBeVisible()
  const ended = page.evaluate(async (path) => {
    const response = await fetch(path, { cache: 'no-store', headers: { 'x-goodfaith-console': '1' } })
    const reader = response.body?.getReader()
    document.documentElement.dataset['following'] = 'yes'
    while (reader && !(await reader.read()).done);
    return true
  }, `/console/v1/stores/${account.storeId}/live/stream`)
  await expect(page.locator('html')).toHaveAttribute('data-following', 'yes')
  const other = await context.newPage()
  await other.goto(`${program.origin}/${account.storeId}/live/settings`)
  await other.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await ended).toBe(true)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('an access token that has run out is renewed once, unseen', async ({ open, context }) => {
  const page = await open('orders')
  await context.clearCookies({ name: 'goodfaith_access' })
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('UTC')
})

test('nothing on the page breaks the policy or is loaded from elsewhere', async ({ page, program, open }) => {
  const complaints: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(program.origin)) foreign.push(request.url())
  })
  for (const name of ['overview', 'orders', 'install', 'settings']) await open(name)
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
})
