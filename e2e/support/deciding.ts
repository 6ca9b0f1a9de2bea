import { expect, type Page } from '@playwright/test'
import type { Account } from './dashboard.ts'
import type { Program } from './program.ts'

/** Sends every order below 100 to review, as an owner would in Settings. */
export const reviewEverything = async (page: Page, program: Program, { storeId }: Account): Promise<void> => {
  const answer = await page.request.patch(`${program.origin}/console/v1/stores/${storeId}/live/settings`, {
    data: { thresholds: { review: 100, decline: 0 } },
    headers: { origin: program.origin, 'x-goodfaith-console': '1' },
  })
  expect(answer.status()).toBe(200)
}
