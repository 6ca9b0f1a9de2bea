import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './support/dashboard.ts'
import { goodOrder } from './support/signed.ts'

test('a store starts with its past, which is marked as such', async ({ open, order, page, program, account }) => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-past-'))
  const lines = [1, 2, 3].map((number) => ({
    type: 'order',
    at: new Date(Date.now() - (10 - number) * 86_400_000).toISOString(),
    request: goodOrder(`past-${number}`),
  }))
  const file = join(folder, 'past.jsonl')
  await writeFile(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
  await program.command(
    ...['replay', '--in', file, '--out', join(folder, 'scores.csv'), '--import'],
    ...['--merchant', account.storeId, '--mode', 'live'],
  )
  await rm(folder, { recursive: true })
  await order(goodOrder('today-1'))
  await open('orders')
  const row = (id: string) => page.getByRole('row').filter({ hasText: id })
  for (const id of ['past-1', 'past-2', 'past-3']) await expect(row(id)).toContainText('imported')
  await expect(row('today-1')).toBeVisible()
  await expect(row('today-1')).not.toContainText('imported')
  await page.getByRole('link', { name: 'past-3' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('past-3')
  await expect(page.getByText('imported; nobody acted on this verdict')).toBeVisible()
})
