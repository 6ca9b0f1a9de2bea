import { z } from 'zod'
import { ReasonScope } from '../assessment.ts'
import { CustomInput } from '../custom-inputs.ts'
import { identifierKinds } from '../identifier.ts'
import { OrderRow } from './orders.ts'

export const ProfileKind = z.enum(identifierKinds)
export type ProfileKind = z.infer<typeof ProfileKind>

/** What has a profile: one of our kinds, or a custom input that the store declared to be an identifier, as `own.seller`. */
export const ProfileSubject = z.union([ProfileKind, z.templateLiteral(['own.', CustomInput.shape.name])])
export type ProfileSubject = z.infer<typeof ProfileSubject>

/** Orders, not labels: what is known of each by now. */
export const ProfileOutcomes = z.object({
  bad: z.number().int(),
  good: z.number().int(),
  refused_deliveries: z.number().int(),
  refused_payments: z.number().int(),
  declined: z.number().int(),
  returned: z.number().int(),
  last_bad_at: z.string().nullable(),
  /** How many times the usual odds these outcomes make of a next order; 1 is the usual. */
  odds: z.number(),
})
export type ProfileOutcomes = z.infer<typeof ProfileOutcomes>

export const ProfileWindow = z.object({
  window: z.enum(['5m', '1h', '24h', '7d', '30d']),
  orders: z.number().int(),
  refused: z.number().int(),
  /** The profile no longer holds all of it: "at least". */
  at_least: z.boolean(),
  sums: z.array(z.object({ currency: z.string(), amount: z.number().int() })),
  /** Different partners of each other kind. */
  partners: z.array(z.object({ kind: ProfileKind, count: z.number().int() })),
})
export type ProfileWindow = z.infer<typeof ProfileWindow>

/** What one order became, as far as it is known. */
export const ProfileOrder = OrderRow.extend({
  outcome: z.enum(['bad', 'good', 'refused', 'unpaid', 'returned', 'declined']).nullable(),
})
export type ProfileOrder = z.infer<typeof ProfileOrder>

/** Something that was seen together with it; equal refs are equal values. */
export const ProfilePartner = z.object({
  kind: ProfileKind,
  /** Null where only its short form is known: then there is no page to open. */
  ref: z.string().nullable(),
  hint: z.string().nullable(),
  short: z.string(),
  orders: z.number().int(),
  last_seen_at: z.string(),
})
export type ProfilePartner = z.infer<typeof ProfilePartner>

/** GET …/profiles/:kind/:ref: everything a store knows of a person, device, card or declared identifier. The ref is a keyed hash. */
export const ProfileDetail = z.object({
  kind: ProfileSubject,
  ref: z.string(),
  /** Masked, e.g. j***@e***.com. */
  hint: z.string().nullable(),
  /** Four characters of the keyed id. */
  short: z.string(),
  first_seen_at: z.string().nullable(),
  last_seen_at: z.string().nullable(),
  orders_total: z.number().int(),
  outcomes: ProfileOutcomes,
  windows: z.array(ProfileWindow),
  /** Orders per UTC day of the last 35, oldest first; days without orders are left out. */
  days: z.array(z.object({ day: z.string(), orders: z.number().int() })),
  /** Most frequent first, at most 20. */
  partners: z.array(ProfilePartner),
  /** Newest first, at most 50. */
  orders: z.array(ProfileOrder),
  /** Orders that are not among them. */
  more: z.number().int(),
})
export type ProfileDetail = z.infer<typeof ProfileDetail>

export const EvidencePoint = z.object({
  /** "from 3", "yes", "hosting". */
  label: z.string(),
  /** Null for flags and choices. */
  from: z.number().nullable(),
  points: z.number(),
})
export type EvidencePoint = z.infer<typeof EvidencePoint>

/** One evidence of the registry, with what this store made of it. */
export const EvidenceEntry = z.object({
  name: z.string(),
  code: z.string(),
  title: z.string(),
  good_code: z.string().nullable(),
  good_title: z.string().nullable(),
  family: z.string(),
  scope: ReasonScope,
  type: z.enum(['number', 'flag', 'choice']),
  unit: z.enum(['count', 'days', 'minutes', 'seconds', 'share', 'ratio', 'bits']).nullable(),
  direction: z.enum(['more-is-worse', 'more-is-better', 'none']),
  basis: z.string(),
  missing: z.string(),
  /** Lower bounds of the learned bins after the first; empty for flags and choices. */
  edges: z.array(z.number()),
  points: z.array(EvidencePoint),
  /** How its reason reads, at the value that is worth most. */
  sample: z.string(),
  on: z.boolean(),
  weight: z.number(),
})
export type EvidenceEntry = z.infer<typeof EvidenceEntry>

/** GET …/evidence: in registry order. */
export const EvidenceList = z.object({ data: z.array(EvidenceEntry) })
export type EvidenceList = z.infer<typeof EvidenceList>

/** How often an evidence fires in this store, and how it separates bad orders from good ones. */
export const EvidenceStatistic = z.object({
  name: z.string(),
  /** Shares of the orders looked at, 0 to 1: a value was there; it cost points; it gave points. */
  known: z.number(),
  against: z.number(),
  for: z.number(),
  /** The same among orders known to be bad, and among those known to be good; null while fewer than 10 of them are known. */
  against_bad: z.number().nullable(),
  against_good: z.number().nullable(),
  for_bad: z.number().nullable(),
  for_good: z.number().nullable(),
  /** Chance that a bad order has the worse points than a good one, ties counted half; 0.5 separates nothing. */
  separation: z.number().nullable(),
})
export type EvidenceStatistic = z.infer<typeof EvidenceStatistic>

/** GET …/evidence/statistics: over the newest scored orders. */
export const EvidenceStatistics = z.object({
  orders: z.number().int(),
  bad: z.number().int(),
  good: z.number().int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  data: z.array(EvidenceStatistic),
})
export type EvidenceStatistics = z.infer<typeof EvidenceStatistics>
