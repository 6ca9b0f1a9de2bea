import type { z } from 'zod'
import {
  EvidenceList,
  EvidenceStatistics,
  Install,
  Labels,
  Me,
  Models,
  NetworkPage,
  OrderDetail,
  OrderHistory,
  OrderRow,
  OrderRows,
  OutcomesSummary,
  Overview,
  PolicyRevisions,
  PolicyView,
  Reviews,
  ReviewSummary,
  RuleRows,
  RuleTemplates,
  Settings,
  Vocabulary,
} from '../contract/src/console.ts'
import { ListItems } from '../contract/src/lists.ts'
import { expect, test } from './support/dashboard.ts'
import { badOrder, goodOrder } from './support/signed.ts'

/** The pages trust the types of the contract; here every answer they are given is held against its schema. */
const answers: readonly (readonly [path: RegExp, schema: z.ZodType])[] = [
  [/\/console\/v1\/me$/, Me],
  [/\/live\/overview$/, Overview],
  [/\/live\/orders$/, OrderRows],
  [/\/live\/orders\/asm_\w+$/, OrderDetail],
  [/\/live\/install$/, Install],
  [/\/live\/settings$/, Settings],
  [/\/live\/orders\/asm_\w+\/history$/, OrderHistory],
  [/\/live\/reviews$/, Reviews],
  [/\/live\/reviews\/summary$/, ReviewSummary],
  [/\/live\/rules$/, RuleRows],
  [/\/live\/rules\/vocabulary$/, Vocabulary],
  [/\/live\/rules\/templates$/, RuleTemplates],
  [/\/live\/lists$/, ListItems],
  [/\/live\/labels$/, Labels],
  [/\/live\/outcomes$/, OutcomesSummary],
  [/\/live\/policy$/, PolicyView],
  [/\/live\/policy\/revisions$/, PolicyRevisions],
  [/\/live\/models$/, Models],
  [/\/live\/evidence$/, EvidenceList],
  [/\/live\/evidence\/statistics$/, EvidenceStatistics],
  [/\/live\/network$/, NetworkPage],
]

test('every answer the pages are given is what the contract says', async ({ open, order, page, account }) => {
  await order(goodOrder('1001'))
  const { id } = await order(badOrder('1002'))
  const seen = new Map<string, unknown>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const known = answers.find(([path]) => path.test(pathname))
    if (known && response.ok() && pathname.startsWith('/console/v1/')) {
      // A poll that the next page cut off has no body any more; the page asks again.
      void response.json().then(
        (body: unknown) => seen.set(String(known[0]), known[1].safeParse(body).error ?? 'fits'),
        () => undefined,
      )
    }
  })
  for (const [name, asked = name] of [
    ['overview'],
    ['orders'],
    [`orders/${id}`, `orders/${id}/history`],
    ['install'],
    ['settings'],
    ['review', 'reviews'],
    ['rules', 'rules/templates'],
    ['lists'],
    ['labels', 'outcomes'],
    ['decisions', 'policy/revisions'],
    ['model', 'models'],
    ['evidence', 'evidence/statistics'],
    ['network'],
  ] as const) {
    const pathname = `/console/v1/stores/${account.storeId}/live/${asked}`
    const pattern = String(answers.find(([path]) => path.test(pathname))?.[0])
    await open(name)
    // The next page takes the body away: read it before.
    await expect.poll(() => seen.has(pattern)).toBe(true)
  }
  await expect
    .poll(() => Object.fromEntries(seen))
    .toEqual(Object.fromEntries(answers.map(([path]) => [String(path), 'fits'])))
})

test('an order in the stream is a row of the list', async ({ open, order, page, account }) => {
  await open('orders')
  const row = page.evaluate(async (path) => {
    const response = await fetch(path, { cache: 'no-store', headers: { 'x-goodfaith-console': '1' } })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    document.documentElement.dataset['following'] = 'yes'
    let text = ''
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: '' }
      text += value ?? ''
      const data = /event: order\ndata: (.*)\n\n/.exec(text)?.[1]
      if (data || done) return data ?? text
    }
  }, `/console/v1/stores/${account.storeId}/live/stream`)
  await expect(page.locator('html')).toHaveAttribute('data-following', 'yes')
  await order(goodOrder('1001'))
  expect(OrderRow.safeParse(JSON.parse(await row)).error).toBeUndefined()
})
