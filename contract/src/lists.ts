import { z } from 'zod'
import { identifierKinds } from './identifier.ts'
import { listOf, PageQuery } from './list.ts'

/** allow: approved whatever the score. block: declined. watch: said among the reasons, decides nothing. */
export const listNames = ['allow', 'block', 'watch'] as const
export const ListName = z.enum(listNames)
export type ListName = z.infer<typeof ListName>

export const ListKind = z.enum(identifierKinds)
export type ListKind = z.infer<typeof ListKind>

const time = z.iso.datetime({ offset: true })
const Reason = z.string().trim().max(200)

/** A postal address, field for field as in an order. */
export const ListedAddress = z.object({
  address: z.string().max(300),
  address_2: z.string().max(300).optional(),
  city: z.string().max(120).optional(),
  postal: z.string().max(40).optional(),
  country: z.string().length(2).optional(),
})
export type ListedAddress = z.infer<typeof ListedAddress>

/**
 * What is meant, in one of five ways. Raw values are hashed in memory and never stored. Unknown fields are passed over, but
 * looked at: a card number is refused in any field.
 */
const named = {
  kind: ListKind,
  /** As an order would send it. */
  value: z.string().min(1).max(320).optional(),
  /** SHA-256 of the normalised value, in hex: the same item as from the value itself. */
  value_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The keyed identifier, as a search or an export gives it. */
  ref: z.string().max(90).optional(),
  /** For kind `address`, in place of `value`. */
  address: ListedAddress.optional(),
  /** Whose identifier of this kind is meant: an assessment id. */
  assessment_id: z.string().max(60).optional(),
  /** Reads a telephone number without a country code. */
  country: z.string().length(2).optional(),
}

/** POST /v1/lists. What stands on the list already gets the new reason and expiry, and keeps its id. */
export const ListItemRequest = z.looseObject({
  list: ListName,
  ...named,
  reason: Reason.optional(),
  /** From then on it counts for nothing and goes. Left out: it stays. */
  expires_at: time.nullish(),
})
export type ListItemRequest = z.infer<typeof ListItemRequest>

/** PATCH /v1/lists/{id} */
export const ListItemChange = z
  .looseObject({ reason: Reason.nullable().optional(), expires_at: time.nullable().optional() })
  .refine(
    ({ reason, expires_at: expiry }) => reason !== undefined || expiry !== undefined,
    'Name reason or expires_at.',
  )
export type ListItemChange = z.infer<typeof ListItemChange>

export const ListItem = z.object({
  id: z.string(),
  list: ListName,
  kind: ListKind,
  /** Masked, e.g. j***@e***.com. Null where only a hash was sent. */
  hint: z.string().nullable(),
  /** The keyed identifier, as it stands in searches and in the exported file. */
  ref: z.string(),
  reason: z.string().nullable(),
  author: z.object({ type: z.enum(['person', 'key', 'operator', 'worker', 'anyone']), id: z.string().nullable() }),
  created_at: z.string(),
  updated_at: z.string(),
  expires_at: z.string().nullable(),
  /** Orders of the mode asked in, a few seconds late. */
  hits: z.number().int(),
  last_hit_at: z.string().nullable(),
})
export type ListItem = z.infer<typeof ListItem>

/** GET /v1/lists */
export const ListQuery = PageQuery.extend({ list: ListName.optional(), kind: ListKind.optional() })
export type ListQuery = z.infer<typeof ListQuery>
export const ListItems = listOf(ListItem)
export type ListItems = z.infer<typeof ListItems>

/** POST /v1/lists/search: posted, so that no value stands in an address or a log. */
export const ListSearch = z.looseObject(named)
export type ListSearch = z.infer<typeof ListSearch>
export const ListSearchReply = z.object({
  /** Of what was looked for. */
  hint: z.string().nullable(),
  data: z.array(ListItem),
})
export type ListSearchReply = z.infer<typeof ListSearchReply>

/** DELETE /v1/lists/{id} */
export const RemovedListItem = z.object({ id: z.string(), removed_at: z.string() })

/** Of a line that was not taken; `line` is its number in the file. The cell itself is not repeated. */
export const ListLineProblem = z.object({ line: z.number().int(), column: z.string(), detail: z.string() })
export type ListLineProblem = z.infer<typeof ListLineProblem>

/**
 * A file is sent as parts of whole lines, each with the header line on top, one after the other. A part may come again:
 * what stands on a list already stays as it is.
 */
export const ListImport = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['open', 'done']),
  /** Lines of the file without its header, when the sender counted them. */
  rows_total: z.number().int().nullable(),
  rows_done: z.number().int(),
  added: z.number().int(),
  /** Stood on the list before. */
  unchanged: z.number().int(),
  refused: z.number().int(),
  /** Send from this line on. */
  next_line: z.number().int(),
  /** The first hundred. */
  problems: z.array(ListLineProblem),
  created_at: z.string(),
})
export type ListImport = z.infer<typeof ListImport>

/** POST /v1/lists/imports */
export const NewListImport = z.object({
  name: z.string().trim().min(1).max(120),
  rows_total: z.number().int().min(0).max(10_000_000).optional(),
  /** For a file without these columns, such as a bare list of addresses. */
  list: ListName.optional(),
  kind: ListKind.optional(),
})
export type NewListImport = z.infer<typeof NewListImport>

/** Columns of a file, in any order; others are passed over. One that names what is meant is needed in each line. */
export const listColumns = [
  'list',
  'kind',
  'value',
  'value_sha256',
  'ref',
  'address',
  'address_2',
  'city',
  'postal',
  'country',
  'reason',
  'expires_at',
] as const
export type ListColumn = (typeof listColumns)[number]

/** POST /v1/lists/imports/{id}/parts */
export const ListImportPart = z.object({
  /** Number in the file of the first line after the header. The header of the file is line 1, so the first part has 2. */
  first_line: z.number().int().min(2),
  csv: z.string().min(1).max(60_000),
  /** Nothing follows. */
  last: z.boolean().default(false),
})
export type ListImportPart = z.infer<typeof ListImportPart>
