import { z } from 'zod'
import { Assessment, Decision, ReasonScope, RiskLevel } from '../assessment.ts'
import { listOf } from '../list.ts'

/** One line of the orders list, of the latest orders and of the stream's `order` event. */
export const OrderRow = z.object({
  id: z.string(),
  order_id: z.string(),
  attempt: z.number().int(),
  created_at: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  trust_score: z.number().int(),
  risk_level: RiskLevel,
  decision: Decision,
  decided_by: z.string(),
  degraded: z.boolean(),
  /** The strongest reason, and what it took or gave. */
  reason: z.object({ text: z.string(), points: z.number().int() }).nullable(),
  email_hint: z.string().nullable(),
  billing_country: z.string().nullable(),
  shipping_country: z.string().nullable(),
  /** Brought in from the store's past; nobody acted on the verdict. */
  imported: z.boolean(),
})
export type OrderRow = z.infer<typeof OrderRow>

/** Orders received but not yet scored are not listed. Newest first. */
export const OrderRows = listOf(OrderRow)
export type OrderRows = z.infer<typeof OrderRows>

/** GET …/orders: filters as they stand in the dashboard's address; several levels or decisions are joined by commas. */
export const OrdersQuery = z.object({
  risk_level: z.string().max(60).optional(),
  decision: z.string().max(60).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  order_id: z.string().max(120).optional(),
  /** What a search answered: a keyed reference, never the value itself. */
  ref: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(300).optional(),
})
export type OrdersQuery = z.infer<typeof OrdersQuery>

/** POST …/orders/search: an order id, an e-mail or a phone. Posted, so that it stands in no address and no log. */
export const OrderSearch = z.object({ q: z.string().min(1).max(320) })
export const OrderSearchReply = z.object({
  kind: z.enum(['order', 'email', 'phone']),
  /** For an order: its id. Otherwise the keyed reference to put into the address. */
  ref: z.string(),
  /** Masked, to be shown beside the filter. */
  hint: z.string(),
  found: z.number().int(),
})
export type OrderSearchReply = z.infer<typeof OrderSearchReply>

export const LinkKind = z.enum(['device', 'email', 'phone', 'card', 'address', 'account', 'ip'])
export type LinkKind = z.infer<typeof LinkKind>

/** Equal letters in a column are equal values. A is the opened order's own, null where an order has none. */
export const LinkedOrder = z.object({
  id: z.string(),
  order_id: z.string(),
  attempt: z.number().int(),
  created_at: z.string(),
  trust_score: z.number().int(),
  risk_level: RiskLevel,
  decision: Decision,
  letters: z.record(z.string(), z.string().nullable()),
})
export type LinkedOrder = z.infer<typeof LinkedOrder>

export const OrderIdentifier = z.object({
  /** One of our kinds, or `own.` and the name of a custom input that the store declared to be an identifier. */
  kind: z.string(),
  /** Masked, e.g. j***@e***.com. Null where nothing of it may be shown. */
  hint: z.string().nullable(),
  /** Four characters of the keyed id. */
  short: z.string(),
  /** The keyed id: addresses its profile. */
  ref: z.string(),
})
export type OrderIdentifier = z.infer<typeof OrderIdentifier>

const Place = z.object({ city: z.string().nullable(), region: z.string().nullable(), country: z.string().nullable() })

export const OrderFactsView = z.object({
  amount: z.number().int(),
  currency: z.string(),
  event: z.string(),
  payment_method: z.string().nullable(),
  card_bin: z.string().nullable(),
  billing: Place.nullable(),
  shipping: Place.extend({ method: z.string().nullable() }).nullable(),
  account_age_days: z.number().nullable(),
  basket: z.object({ lines: z.number(), items: z.number(), categories: z.array(z.string()) }).nullable(),
})
export type OrderFactsView = z.infer<typeof OrderFactsView>

/** What the browser and its address said. Null when the order came without a session. */
export const SessionFactsView = z.object({
  state: z.string(),
  device_short: z.string().nullable(),
  device_confidence: z.number().nullable(),
  device_first_seen_at: z.string().nullable(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  platform: z.string().nullable(),
  ip_country: z.string().nullable(),
  hosting: z.boolean().nullable(),
  time_zone: z.string().nullable(),
  languages: z.array(z.string()),
  automation: z.array(z.string()),
  /** Between opening the checkout page and the order. */
  age_ms: z.number().nullable(),
})
export type SessionFactsView = z.infer<typeof SessionFactsView>

export const TimelineEntry = z.object({
  at: z.string(),
  code: z.string(),
  text: z.string(),
  detail: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** GET …/orders/:id */
export const OrderDetail = z.object({
  assessment: Assessment,
  /** From the store's past, before Goodfaith: nobody acted on this verdict. */
  imported: z.boolean(),
  facts: OrderFactsView,
  session: SessionFactsView,
  identifiers: z.array(OrderIdentifier),
  linked: z.object({ kinds: z.array(LinkKind), orders: z.array(LinkedOrder), more: z.number().int() }),
  attempts: z.array(OrderRow),
  timeline: z.array(TimelineEntry),
  thresholds: z.object({ review: z.number().int(), decline: z.number().int() }),
  /** Newer and older in the list, for J and K. */
  next_id: z.string().nullable(),
  previous_id: z.string().nullable(),
})
export type OrderDetail = z.infer<typeof OrderDetail>

/** For pages that show a reason without an order. */
export const ReasonCount = z.object({
  code: z.string(),
  text: z.string(),
  scope: ReasonScope,
  orders: z.number().int(),
  average_points: z.number(),
})
export type ReasonCount = z.infer<typeof ReasonCount>
