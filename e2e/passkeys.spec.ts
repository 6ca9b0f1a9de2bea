import { expect, type CDPSession, type Page } from '@playwright/test'
import { accessibilityProblems } from './support/accessibility.ts'
import { test } from './support/mailed.ts'
import type { Program } from './support/program.ts'

test.beforeEach(({ browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium has a virtual authenticator (WebAuthn over CDP)')
})

interface Device {
  readonly verifies: (verifies: boolean) => Promise<void>
  readonly holds: () => Promise<number>
}

/** A laptop with a finger sensor, in software. */
const withDevice = async (page: Page): Promise<Device> => {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return {
    verifies: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    holds: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}

interface Owner {
  readonly email: string
  readonly password: string
}
let made = 0
const newOwner = async (program: Program): Promise<Owner> => {
  made += 1
  const email = `owner${made}@marlow-audio.example`
  const store = await program.command<{ merchant_id: string }>(
    ...['merchants', 'create', '--name', 'Marlow Audio', '--origin', 'https://marlow-audio.example'],
  )
  const { password } = await program.command<{ password: string }>(
    ...['people', 'create', '--merchant', store.merchant_id, '--email', email, '--name', 'Ines Okafor'],
  )
  return { email, password }
}

/** Passkeys take names, no addresses. */
const named = ({ origin }: Program): string => origin.replace('127.0.0.1', 'localhost')

const signIn = async (page: Page, { email, password }: Owner) => {
  // Not the label alone: until a sign-out is answered the account page stands here, and it has an e-mail address too.
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const toAccount = async (page: Page, program: Program, owner: Owner) => {
  await page.goto(`${named(program)}/account`)
  await signIn(page, owner)
  await expect(page.getByRole('heading', { name: 'Your account', exact: true })).toBeVisible()
}

const add = async (page: Page, { password }: Owner, name: string) => {
  const form = page.getByRole('form', { name: 'Add a passkey' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Your password, once more').fill(password)
  await form.getByRole('button', { name: 'Add a passkey' }).click()
}

const keepCodes = async (page: Page) => {
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
}

const shoot = async (page: Page, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.screenshot({ path: `.cache/shots/passkeys-${name}-${colorScheme}.png`, fullPage: true })
  }
}

test('a passkey is added, opens the dashboard alone, stands in for a code, gets a name and goes', async ({
  page,
  program,
}) => {
  test.setTimeout(240_000)
  const owner = await newOwner(program)
  const device = await withDevice(page)
  const list = page.getByRole('list', { name: 'Passkeys' })

  await test.step('adds it with the password, and keeps the recovery codes', async () => {
    await toAccount(page, program, owner)
    await add(page, { ...owner, password: 'not the password 1' }, 'Laptop')
    await expect(page.getByRole('alert')).toContainText('not your password')
    await add(page, owner, 'Laptop')
    await keepCodes(page)
    await expect(list.getByRole('listitem')).toHaveText([/Laptop this device only/])
    expect(await device.holds()).toBe(1)
    await shoot(page, 'account')
  })

  await test.step('is told that this device holds one already', async () => {
    await add(page, owner, 'Again')
    await expect(page.getByRole('alert')).toContainText('holds a passkey of your account already')
  })

  await test.step('signs in with it alone, by keyboard', async () => {
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await shoot(page, 'sign-in')
    await page.getByRole('button', { name: 'Sign in', exact: true }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Your account', exact: true })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('passkey, last used')
    await expect(list).toContainText('last used')
  })

  await test.step('answers the challenge of the password with it', async () => {
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await signIn(page, owner)
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
    await expect(page.getByLabel('Recovery code')).toBeVisible()
    await shoot(page, 'second-step')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.getByRole('heading', { name: 'Your account', exact: true })).toBeVisible()
  })

  await test.step('calls it something else, and removes it', async () => {
    await page.getByRole('button', { name: 'Rename Laptop' }).click()
    await list.getByRole('textbox', { name: 'Name' }).fill('Desk')
    await page.getByRole('button', { name: 'Save the name' }).click()
    await expect(list.getByRole('listitem')).toHaveText([/Desk/])
    await page.getByRole('button', { name: 'Remove Desk' }).click()
    await list.getByLabel('Your password, once more').fill(owner.password)
    await shoot(page, 'removing')
    await page.getByRole('button', { name: 'Remove “Desk”' }).click()
    await expect(list).toHaveCount(0)
  })

  await test.step('is refused with what was removed, and the password is enough again', async () => {
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByRole('alert')).toContainText('refused')
    await signIn(page, owner)
    await expect(page.getByRole('heading', { name: 'Your account', exact: true })).toBeVisible()
  })
})

test('where a second factor is asked for, a passkey is one, and everything else opens', async ({ page, program }) => {
  const owner = await newOwner(program)
  await withDevice(page)
  await toAccount(page, program, owner)
  const asked = await page.request.post(`${named(program)}/console/v1/organization/second-factor`, {
    data: { required: true },
    headers: { origin: named(program), 'x-goodfaith-console': '1' },
  })
  expect(asked.status()).toBe(200)
  await page.goto(named(program))
  await expect(page.getByText('Your organisation asks for a second factor')).toBeVisible()
  await shoot(page, 'asked-for')
  await add(page, owner, 'Laptop')
  await keepCodes(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
})

test('says what is in the way: no finger, no support, another address', async ({ page, program }) => {
  const owner = await newOwner(program)
  const device = await withDevice(page)
  const alert = page.getByRole('alert')
  const ask = () => page.getByRole('button', { name: 'Sign in with a passkey' }).click()

  await test.step('nobody showed a finger', async () => {
    await toAccount(page, program, owner)
    await device.verifies(false)
    await add(page, owner, 'Laptop')
    await expect(alert).toContainText('No passkey was chosen')
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await ask()
    await expect(alert).toContainText('No passkey was chosen')
  })

  await test.step('another address', async () => {
    await page.goto(`${program.origin}/account`)
    await ask()
    await expect(alert).toContainText('Passkeys belong to localhost here, and this page is at 127.0.0.1')
    await signIn(page, owner)
    await expect(page.getByText('Passkeys are added and used at')).toContainText(named(program))
  })

  await test.step('a browser without them', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
    await page.goto(named(program))
    await ask()
    await expect(alert).toContainText('This browser does not know passkeys')
  })
})
