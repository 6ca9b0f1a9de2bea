import { expect } from '@playwright/test'
import { documented } from './support/built.ts'
import { orderForm, sessionField, test } from './support/checkout.ts'

/** First cells of all tables of docs/collector-data.md. */
const listed = new Set([...documented('collector-data.md').matchAll(/^\| `([\w.]+)`/gm)].map(([, name]) => name))

const namesIn = (body: Record<string, unknown>): string[] =>
  Object.entries(body).flatMap(([name, value]) =>
    ['components', 'facts', 'timings'].includes(name)
      ? Object.keys(value as object).map((inner) => `${name}.${inner}`)
      : [name],
  )

test('everything that is posted is listed in docs/collector-data.md, and the other way round', async ({
  page,
  edge,
  checkout,
}) => {
  await checkout(`{tag}${orderForm}`)
  await expect(sessionField(page)).toHaveCount(1)
  const body = JSON.parse(edge.posted[0]?.body ?? '{}') as Record<string, unknown>
  const posted = namesIn(body)
  expect(posted.filter((name) => !listed.has(name))).toEqual([])
  const promised = [...listed].filter((name) => name?.includes('.'))
  expect(promised.filter((name) => name !== undefined && !posted.includes(name))).toEqual([])
})

test('components are hashes or null, hints are listed names', async ({ page, edge, checkout }) => {
  await checkout(`{tag}${orderForm}`)
  await expect(sessionField(page)).toHaveCount(1)
  const { components, facts } = JSON.parse(edge.posted[0]?.body ?? '{}') as {
    components: Record<string, string | null>
    facts: { automation: string[] }
  }
  for (const value of Object.values(components)) expect(value ?? '0'.repeat(32)).toMatch(/^[0-9a-f]{32}$/)
  expect(facts.automation).toContain('webdriver')
  expect(facts.automation.filter((hint) => !listed.has(hint))).toEqual([])
})

test('the same browser has the same hashes on its next visit', async ({ page, edge, checkout }) => {
  for (const visit of [1, 2]) {
    await checkout(`{tag}${orderForm}`)
    await expect(sessionField(page)).toHaveValue(`ses_test000${visit}`)
  }
  const [first, second] = edge.posted.map(({ body }) => (JSON.parse(body) as { components: object }).components)
  expect(second).toEqual(first)
})
