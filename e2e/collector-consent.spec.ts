import { expect } from '@playwright/test'
import { orderForm, ready, sessionField, test } from './support/checkout.ts'
import type { Edge } from './support/edge.ts'

const bodyOf = (edge: Edge) =>
  JSON.parse(edge.posted[0]?.body ?? '{}') as { components: object; facts: Record<string, unknown> }

test('waits for consent: asks nothing, posts nothing, and lets the order say so', async ({ page, edge, checkout }) => {
  await page.addInitScript(() => {
    const read: string[] = []
    for (const name of ['userAgent', 'languages', 'platform', 'hardwareConcurrency', 'plugins'] as const) {
      const own = Object.getOwnPropertyDescriptor(Navigator.prototype, name)
      Object.defineProperty(Navigator.prototype, name, {
        get(this: Navigator) {
          read.push(name)
          return own?.get?.call(this) as unknown
        },
      })
    }
    Object.assign(window, { read })
  })
  const store = await checkout(`{tag}${orderForm}`, 'data-consent="wait" data-budget-ms="300"')
  expect(await ready(page)).toBe('no_consent')
  expect(await page.evaluate(() => (window as unknown as { read: string[] }).read)).toEqual([])
  await expect(sessionField(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Buy' }).click()
  await expect(page).toHaveTitle('Ordered')
  expect(store.orders[0]?.get('goodfaith_session')).toBe('no_consent')
  expect(edge.posted).toEqual([])
})

test('starts when the page says that the shopper agreed', async ({ page, edge, checkout }) => {
  await checkout(`{tag}${orderForm}`, 'data-consent="wait"')
  await page.waitForFunction(() => window.Goodfaith !== undefined)
  const waited = await page.evaluate(async () => {
    const waiting = window.Goodfaith?.ready()
    await window.Goodfaith?.renew()
    void window.Goodfaith?.start()
    return (await waiting)?.sessionId
  })
  expect(['ses_test0001', 'no_consent']).toContain(waited)
  await expect(sessionField(page)).toHaveValue('ses_test0001')
  expect(edge.posted).toHaveLength(1)
})

for (const [name, attributes, privacyControl] of [
  ['the browser asks for privacy', '', true],
  ['the tag says so', 'data-privacy="necessary"', false],
] as const) {
  test(`keeps to the strictly necessary list when ${name}`, async ({ page, edge, checkout }) => {
    if (privacyControl) {
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })
      })
    }
    await checkout(`{tag}${orderForm}`, attributes)
    await expect(sessionField(page)).toHaveValue('ses_test0001')
    const { components, facts } = bodyOf(edge)
    expect(components).toEqual({})
    expect(Object.keys(facts).sort()).toEqual(
      ['automation', 'consent', 'framed', 'languages', 'page_ms', 'platform', 'time_zone'].sort(),
    )
    expect(facts['consent']).toBe('reduced')
  })
}
