import type { OrderRow, OrderRows } from '#contract/console.ts'
import { mostExported, ordersCsv, readAllOrders } from './orders-csv.ts'

const row = (more: Partial<OrderRow> = {}): OrderRow => ({
  id: 'asm_1',
  order_id: '1001',
  attempt: 1,
  created_at: '2026-11-22T10:00:00.000Z',
  amount: 12_999,
  currency: 'EUR',
  trust_score: 34,
  risk_level: 'high',
  decision: 'review',
  decided_by: 'score',
  degraded: false,
  reason: { text: 'Many e-mails, one device', points: -22 },
  email_hint: 'j***@e***.com',
  billing_country: 'DE',
  shipping_country: null,
  imported: false,
  ...more,
})
const cellsOf = (more: Partial<OrderRow>) => ordersCsv([row(more)]).split('\r\n')[1] ?? ''

test('one line an order, amounts in the unit of their currency', () => {
  expect(cellsOf({})).toBe(
    '1001,1,2026-11-22T10:00:00.000Z,129.99,EUR,34,high,review,score,"Many e-mails, one device",j***@e***.com,DE,,asm_1',
  )
  expect(cellsOf({ amount: 500, currency: 'JPY' })).toContain(',500,JPY,')
  expect(cellsOf({ amount: 1234, currency: 'KWD' })).toContain(',1.234,KWD,')
})

test.each(['=HYPERLINK("x")', '+1', '-1', '@x'])('an order id %j is not run by a spreadsheet', (id) => {
  expect(cellsOf({ order_id: id })).toMatch(/^"?'/)
})

test('all pages are read, up to a bound', async () => {
  const page = async (after: string | undefined): Promise<OrderRows> => {
    const at = Number(after ?? 0)
    return { data: [row({ id: `asm_${at}` })], has_more: at < 2, next_cursor: at < 2 ? String(at + 1) : null }
  }
  const told: number[] = []
  expect((await readAllOrders(page, (orders) => told.push(orders))).map(({ id }) => id)).toEqual([
    'asm_0',
    'asm_1',
    'asm_2',
  ])
  expect(told).toEqual([1, 2, 3])
  const endless = async () => ({ data: Array.from({ length: 100 }, () => row()), has_more: true, next_cursor: 'x' })
  expect(await readAllOrders(endless, () => undefined)).toHaveLength(mostExported)
})
