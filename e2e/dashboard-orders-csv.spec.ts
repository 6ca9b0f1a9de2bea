import { expect } from './support/dashboard.ts'
import { test } from './support/saved-file.ts'
import { badOrder, goodOrder } from './support/signed.ts'

test('the list goes out as it is filtered, every page of it', async ({ open, order, page, savedBy }) => {
  for (let number = 1; number <= 3; number += 1) await order(goodOrder(`good-${number}`))
  await order(badOrder('bad-1'))
  await open('orders')
  await expect(page.locator('tbody tr')).toHaveCount(4)
  const saveAll = () => page.getByRole('button', { name: 'Export CSV' }).click()
  const all = (await savedBy(saveAll)).trim().split('\r\n')
  expect(all[0]).toMatch(/^order_id,attempt,created_at,amount,currency,trust_score/)
  expect(all.slice(1).map((line) => line.split(',')[0])).toEqual(['bad-1', 'good-3', 'good-2', 'good-1'])
  await open('orders?decision=decline')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  expect((await savedBy(saveAll)).trim().split('\r\n')).toHaveLength(2)
})
