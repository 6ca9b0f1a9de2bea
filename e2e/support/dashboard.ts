import { expect, test as base, type Page } from '@playwright/test'
import type { Assessment } from '../../contract/src/assessment.ts'
import { startProgram, type Program } from './program.ts'
import { assess, type ServerKeys } from './signed.ts'

export interface Account {
  readonly storeId: string
  readonly email: string
  readonly password: string
  readonly keys: Readonly<Record<'test' | 'live', ServerKeys & { readonly publishable_key: string }>>
}

interface WorkerFixtures {
  program: Program
}

interface Fixtures {
  /** A store of its own for each test, with its owner. */
  account: Account
  order: (body: object, mode?: 'test' | 'live') => Promise<Assessment>
  /** Signed in, at this page of the store. */
  open: (page: string, mode?: 'test' | 'live') => Promise<Page>
}

let made = 0

export const test = base.extend<Fixtures, WorkerFixtures>({
  program: [
    async ({}, use) => {
      const program = await startProgram()
      await use(program)
      await program.close()
    },
    { scope: 'worker' },
  ],
  account: async ({ program }, use) => {
    made += 1
    const store = await program.command<{ merchant_id: string } & Account['keys']>(
      ...['merchants', 'create', '--name', 'Marlow Audio', '--origin', 'https://marlow-audio.example'],
    )
    const email = `owner${made}@marlow-audio.example`
    const person = await program.command<{ password: string }>(
      ...['people', 'create', '--merchant', store.merchant_id, '--email', email, '--name', 'Ines Okafor'],
    )
    await use({
      storeId: store.merchant_id,
      email,
      password: person.password,
      keys: { test: store.test, live: store.live },
    })
  },
  order: async ({ program, account }, use) => {
    await use((body, mode = 'live') => assess(program.origin, account.keys[mode], body))
  },
  open: async ({ page, program, account }, use) => {
    const { email, password } = account
    const headers = { origin: program.origin, 'x-goodfaith-console': '1' }
    const signedIn = await page.request.post(`${program.origin}/console/v1/sign-in`, {
      data: { email, password },
      headers,
    })
    expect(signedIn.status()).toBe(200)
    await use(async (name, mode = 'live') => {
      await page.goto(`${program.origin}/${account.storeId}/${mode}/${name}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return page
    })
  },
})

export { expect } from '@playwright/test'
