import { expect } from '@playwright/test'
import { orderForm, ready, sessionField, test } from './support/checkout.ts'

test('tries twice more when the server is broken, then has its session', async ({ page, edge, checkout }) => {
  edge.answer('broken', 'broken', 'created')
  await checkout(`{tag}${orderForm}`)
  await expect(sessionField(page)).toHaveValue('ses_test0003')
})

test('gives up silently after three tries; the order is sent all the same', async ({ page, edge, checkout }) => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  edge.answer('broken')
  const store = await checkout(`{tag}${orderForm}`)
  expect(await ready(page)).toBeNull()
  expect(edge.posted).toHaveLength(3)
  await page.getByRole('button', { name: 'Buy' }).click()
  await expect(page).toHaveTitle('Ordered')
  expect(store.orders[0]?.has('goodfaith_session')).toBe(false)
  expect(errors).toEqual([])
})

test('does not argue with a refusal', async ({ page, edge, checkout }) => {
  edge.answer('refused')
  await checkout(`{tag}${orderForm}`)
  expect(await ready(page)).toBeNull()
  expect(edge.posted).toHaveLength(1)
})

test('keeps to its budget when the server never answers', async ({ page, edge, checkout }) => {
  edge.answer('never')
  await checkout(`{tag}${orderForm}`, 'data-budget-ms="900"')
  expect(await ready(page)).toBeNull()
  expect(edge.posted.length).toBeLessThanOrEqual(3)
})

test('a server that is away costs nobody an order', async ({ page, edge, checkout }) => {
  const store = await checkout(
    `{tag}${orderForm}`,
    'data-endpoint="http://127.0.0.1:9/v1/sessions" data-budget-ms="800"',
  )
  expect(await ready(page)).toBeNull()
  await page.getByRole('button', { name: 'Buy' }).click()
  await expect(page).toHaveTitle('Ordered')
  expect(store.orders).toHaveLength(1)
  expect(edge.posted).toEqual([])
})

test('posts to the endpoint it is given, named as a server or in full', async ({ page, edge, checkout }) => {
  const { origin } = edge
  for (const endpoint of [origin, `${origin}/`, `${origin}/v1/sessions`]) {
    await checkout(`{tag}${orderForm}`, `data-endpoint="${endpoint}"`)
    await expect(sessionField(page)).toHaveCount(1)
  }
  expect(new Set(edge.posted.map(({ path }) => path))).toEqual(new Set(['/v1/sessions']))
})
