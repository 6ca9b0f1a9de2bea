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

/** The worker opens reviews a moment after their orders; a page that is open meanwhile holds newer ones back. */
export const reviewsWaiting = async (
  page: Page,
  program: Program,
  { storeId }: Account,
  count: number,
): Promise<void> =>
  expect
    .poll(async () => {
      const path = `${program.origin}/console/v1/stores/${storeId}/live/reviews/summary`
      const answer = await page.request.get(path, { headers: { 'x-goodfaith-console': '1' } })
      return ((await answer.json()) as { open: number }).open
    })
    .toBe(count)
