import { spawnSync } from 'node:child_process'
import { expect, test } from './support/dashboard.ts'
import { assess, goodOrder } from './support/signed.ts'

test('a new key shows its secrets once, works, and stops when revoked', async ({ open, program, page }) => {
  await open('install')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const secrets = page.getByRole('group', { name: 'New secrets' })
  await expect(secrets).toBeVisible()
  const [secretKey, signingSecret] = await secrets.locator('code').allTextContents()
  const keys = { secret_key: secretKey ?? '', signing_secret: signingSecret ?? '' }
  expect(keys.secret_key).toMatch(/^gfs_live_/)
  await assess(program.origin, keys, goodOrder('first'))
  await expect(page.getByRole('link', { name: 'Order scored' })).toBeVisible()
  await page.getByLabel('I have kept them').click()
  await expect(secrets).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Revoke gfs_live_/ })).toHaveCount(2)
  expect(await page.content()).not.toContain(keys.secret_key)
  const shown = keys.secret_key.slice(0, 'gfs_live_'.length + 8)
  await page.getByRole('button', { name: `Revoke ${shown}` }).click()
  await page.getByRole('button', { name: 'Revoke it' }).click()
  await expect(page.getByText(/^revoked/)).toBeVisible()
  await expect(assess(program.origin, keys, goodOrder('second'))).rejects.toThrow('key_revoked')
})

test('new secrets for a key leave the old ones working for as long as was chosen', async ({
  open,
  program,
  page,
  account,
}) => {
  await open('install')
  await page.getByRole('button', { name: /^New secrets for/ }).click()
  await page.getByLabel('The old ones go on working for').selectOption('1 hour')
  await page.getByRole('button', { name: 'Make new secrets' }).click()
  const secrets = page.getByRole('group', { name: 'New secrets' })
  await expect(secrets).toContainText('The old ones work until')
  const [secret_key = '', signing_secret = ''] = await secrets.locator('code').allTextContents()
  await assess(program.origin, { secret_key, signing_secret }, goodOrder('new'))
  await assess(program.origin, account.keys.live, goodOrder('old'))
})

test('the tag is made for this store, and a wrong origin is refused beside its field', async ({
  open,
  account,
  page,
}) => {
  await open('install', 'test')
  await expect(page.getByRole('region', { name: 'Script tag' })).toContainText(account.keys.test.publishable_key)
  await page.getByLabel('Pin this version').check()
  await expect(page.getByRole('region', { name: 'Script tag' })).toContainText('integrity="sha')
  for (const language of ['PHP', 'Python', 'Shell']) {
    await page.getByRole('radio', { name: language }).check({ force: true })
    await expect(page.getByRole('region', { name: `Call from ${language}` })).toContainText('/v1/assessments')
  }
  const origins = page.getByLabel('Pages that may use the publishable key')
  await origins.fill('https://marlow-audio.example/checkout')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('is not an origin')
  await expect(origins).toHaveAttribute('aria-invalid', 'true')
  await origins.fill('https://marlow-audio.example https://shop.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('times follow the zone of the store', async ({ open, order, page }) => {
  await order(goodOrder('1001'))
  await open('settings')
  await page.getByLabel('Time zone').fill('Pacific/Nowhere')
  const store = page.getByRole('form', { name: 'Store' })
  await store.getByRole('button', { name: 'Save' }).click()
  await expect(store.getByRole('alert')).toContainText('is not a time zone')
  await page.getByLabel('Time zone').fill('Asia/Tokyo')
  await store.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Orders' }).click()
  await expect(page.getByText('times in GMT+9')).toBeVisible()
})

test('custom inputs are declared, and one that is wrong is named', async ({ open, page }) => {
  await open('settings')
  const form = page.getByRole('form', { name: 'Custom inputs' })
  await form.getByRole('button', { name: 'Add a field' }).click()
  await form.getByLabel('Field').fill('Coupon')
  await form.getByLabel('What it is').selectOption('identifier')
  await form.getByLabel('What it means').fill('Code at the till')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toBeVisible()
  await form.getByLabel('Field').fill('coupon')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(form.getByLabel('Field')).toHaveValue('coupon')
  await expect(form.getByLabel('What it is')).toHaveValue('identifier')
})

test('thresholds are checked while typed, and hold from the next order on', async ({ open, order, page }) => {
  await open('settings')
  await page.getByRole('link', { name: 'Thresholds, plan and control share' }).click()
  const card = page.getByRole('form', { name: 'All but cash on delivery' })
  await card.getByLabel('Decline below').fill('45')
  await expect(card.getByRole('alert')).toContainText('45 is above the review limit of 40')
  await card.getByLabel('Review below').fill('100')
  await card.getByLabel('Decline below').fill('99')
  await expect(page.getByText('Scores of 0 to 98 are declined, of 99 to 99 go to review')).toHaveCount(0)
  await expect(
    page.getByText('Scores of 0 to 98 are declined, of 99 go to review, from 100 are approved.'),
  ).toBeVisible()
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It holds from the next order on.')).toBeVisible()
  const { id, decision } = await order(goodOrder('1001'))
  expect(decision).toBe('decline')
  await open(`orders/${id}`)
  await expect(page.getByText('Declined').first()).toBeVisible()
})

test('single keys can be switched off', async ({ open, page }) => {
  await open('orders')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel(/^Single keys/).uncheck()
  await page.getByRole('link', { name: 'Orders' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).not.toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

const around = {
  Node: { program: 'node', words: ['--input-type=module', '-e'], before: 'const request = { body: {} }\n' },
  PHP: { program: 'php', words: ['-r'], before: '' },
  Python: { program: 'python3', words: ['-c'], before: 'form = {}\n' },
  Shell: { program: 'sh', words: ['-c'], before: '' },
} as const

test('the calls work as they are copied, in each language this machine has', async ({ open, account, page }) => {
  await open('install')
  const env = {
    ...process.env,
    GOODFAITH_SECRET_KEY: account.keys.live.secret_key,
    GOODFAITH_SIGNING_SECRET: account.keys.live.signing_secret,
  }
  for (const [language, { program, words, before }] of Object.entries(around)) {
    if (spawnSync(program, ['-c', ''], { stdio: 'ignore' }).error) continue
    await page.getByRole('radio', { name: language }).check({ force: true })
    const code = (await page.getByRole('region', { name: `Call from ${language}` }).textContent()) ?? ''
    // Each order has a number of its own, so that each language is seen to arrive.
    const own = code.replaceAll('1001', `from-${language}`)
    const { status, stderr } = spawnSync(program, [...words, before + own], { env, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    await expect(page.getByText(`from-${language}`).first()).toBeVisible()
  }
})
