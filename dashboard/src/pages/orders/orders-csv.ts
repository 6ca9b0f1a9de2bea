import type { OrderRow, OrderRows } from '#contract/console.ts'
import { minorDigits } from '../../format/money.ts'

const columns = [
  'order_id',
  'attempt',
  'created_at',
  'amount',
  'currency',
  'trust_score',
  'risk_level',
  'decision',
  'decided_by',
  'strongest_reason',
  'email_hint',
  'billing_country',
  'shipping_country',
  'assessment_id',
] as const

/** What a spreadsheet would run is text: it begins with an apostrophe there. */
const startsFormula = /^[=+\-@\t\r]/

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = startsFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** In the currency's own unit, with a point, so that a spreadsheet can add it up. */
const amountOf = ({ amount, currency }: OrderRow): number => {
  const digits = minorDigits(currency)
  return Number((amount / 10 ** digits).toFixed(digits))
}

const lineOf = (row: OrderRow): string => {
  const values: Record<(typeof columns)[number], string | number | null> = {
    order_id: row.order_id,
    attempt: row.attempt,
    created_at: row.created_at,
    amount: amountOf(row),
    currency: row.currency,
    trust_score: row.trust_score,
    risk_level: row.risk_level,
    decision: row.decision,
    decided_by: row.decided_by,
    strongest_reason: row.reason?.text ?? null,
    email_hint: row.email_hint,
    billing_country: row.billing_country,
    shipping_country: row.shipping_country,
    assessment_id: row.id,
  }
  return columns.map((name) => cell(values[name])).join(',')
}

export const ordersCsv = (rows: readonly OrderRow[]): string =>
  `${[columns.join(','), ...rows.map(lineOf)].join('\r\n')}\r\n`

/** More is a question for the API, page by page. */
export const mostExported = 10_000

/** Every page of the list as it is filtered now, newest first; tells how many are in so far. */
export const readAllOrders = async (
  page: (after: string | undefined) => Promise<OrderRows>,
  told: (orders: number) => void,
): Promise<readonly OrderRow[]> => {
  const rows: OrderRow[] = []
  let after: string | undefined
  do {
    const { data, next_cursor: next } = await page(after)
    rows.push(...data)
    told(rows.length)
    after = next ?? undefined
  } while (after !== undefined && rows.length < mostExported)
  return rows
}
