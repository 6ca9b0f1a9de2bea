import { z } from 'zod'
import { OrderRow, ReasonCount } from './orders.ts'

const Money = z.object({ currency: z.string(), amount: z.number().int() })
const Figure = z.object({
  orders: z.number().int(),
  /** Per currency, largest first. Sums never mix currencies. */
  value: z.array(Money),
  approved: z.number().int(),
  review: z.number().int(),
  declined: z.number().int(),
})
export type Figure = z.infer<typeof Figure>

const Hour = z.object({
  /** When the hour begins. */
  at: z.string(),
  low: z.number().int(),
  medium: z.number().int(),
  high: z.number().int(),
  critical: z.number().int(),
})
export type OverviewHour = z.infer<typeof Hour>

/** GET …/overview: `day` is a date in the store's zone, today when left out; with `days` the period that ends with it. */
export const OverviewQuery = z.object({
  day: z.iso.date().optional(),
  days: z.enum(['1', '7', '30']).default('1'),
})

export const Overview = z.object({
  day: z.string(),
  /** 1, or the days of the period that ends with this one: then `today` is the period, `yesterday` the one before. */
  days: z.number().int(),
  time_zone: z.string(),
  /** Up to when orders are counted. */
  as_of: z.string(),
  last_order_at: z.string().nullable(),
  today: Figure,
  /** Yesterday up to the same hour. */
  yesterday: Figure,
  /** 23 to 25 hours of the day in the store's zone; of a period its days. */
  hours: z.array(Hour),
  yesterday_hours: z.array(Hour),
  latest: z.array(OrderRow),
  /** What lowered trust today, by how many orders. */
  reasons: z.array(ReasonCount),
})
export type Overview = z.infer<typeof Overview>
