import type { IdentifierKind } from '#contract/identifier.ts'
import {
  listColumns,
  ListKind,
  ListName,
  type ListColumn,
  type ListLineProblem,
  type NewListImport,
} from '#contract/lists.ts'
import { findCardNumber } from '../../../platform/card-numbers/find-card-number.ts'
import { readCsv, type CsvRecord } from '../../../platform/csv/read-csv.ts'
import { cellText } from '../../../platform/csv/write-csv.ts'
import type { StoreKeys } from '../../../platform/vault/store-keys.ts'
import { nameIdentifier, Unnameable } from '../name-identifier.ts'
import type { Draft } from '../store-items.ts'

export type Row = Omit<Draft, 'author'>

export interface ReadPart {
  readonly rows: readonly Row[]
  readonly problems: readonly ListLineProblem[]
  /** Lines that held something. */
  readonly records: number
  /** Lines of the part without its header, blank ones too. */
  readonly lines: number
}

/** The whole part cannot be read: nothing of it was taken. */
export class UnreadablePart extends Error {}

type Cells = Partial<Record<ListColumn, string>>

const isColumn = (name: string): name is ListColumn => (listColumns as readonly string[]).includes(name)

const headerOf = (record: CsvRecord | undefined): readonly (ListColumn | null)[] => {
  const names = (record?.cells ?? []).map((cell) => cellText(cell).toLowerCase())
  const known = names.map((name) => (isColumn(name) ? name : null))
  const named = ['value', 'value_sha256', 'ref', 'address'] as const
  if (!named.some((name) => known.includes(name))) {
    throw new UnreadablePart(`The first line names the columns; one of ${named.join(', ')} is needed.`)
  }
  return known
}

const cellsOf = (header: readonly (ListColumn | null)[], { cells }: CsvRecord): Cells => {
  const found: Cells = {}
  header.forEach((name, at) => {
    const text = cellText(cells[at] ?? '')
    if (name && text !== '') found[name] = text
  })
  return found
}

const choiceOf = <Value extends string>(
  schema: { safeParse(given: unknown): { success: boolean; data?: Value | undefined } },
  column: string,
  given: string | undefined,
  options: readonly string[],
): Value => {
  const { data } = schema.safeParse(given?.toLowerCase())
  if (data === undefined) throw new Unnameable(column, `One of ${options.join(', ')} is needed.`)
  return data
}

const longest = 320
const longestReason = 200

const expiryOf = (text: string | undefined, now: number): number | null => {
  if (text === undefined) return null
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (!(at > now)) throw new Unnameable('expires_at', 'A time to come is needed, such as 2027-01-31T00:00:00Z.')
  return at
}

const refuseOversize = (cells: Cells): void => {
  for (const [column, text] of Object.entries(cells)) {
    const most = column === 'reason' ? longestReason : longest
    if (text.length > most) throw new Unnameable(column, `At most ${most} characters.`)
  }
}

const namingOf = (kind: IdentifierKind, { value, value_sha256: sha, ref, ...cells }: Cells) => {
  const { address, address_2, city, postal, country } = cells
  const place =
    kind === 'address' && address !== undefined
      ? {
          address: {
            address,
            ...(address_2 !== undefined && { address_2 }),
            ...(city !== undefined && { city }),
            ...(postal !== undefined && { postal }),
            ...(country !== undefined && { country }),
          },
        }
      : {}
  if (sha !== undefined && !/^[0-9a-f]{64}$/i.test(sha)) {
    throw new Unnameable('value_sha256', '64 hexadecimal digits are needed.')
  }
  // A file that holds both says the same thing twice; the raw value counts, as in an order.
  const one = value !== undefined || 'address' in place ? { value } : { value_sha256: sha?.toLowerCase(), ref }
  return { kind, ...one, ...place, country }
}

export interface Reading {
  readonly keys: StoreKeys
  readonly defaults: Pick<NewListImport, 'list' | 'kind'>
  readonly firstLine: number
  readonly now: number
}

const rowOf = (cells: Cells, { keys, defaults, now }: Reading): Row => {
  refuseOversize(cells)
  const list = choiceOf(ListName, 'list', cells.list ?? defaults.list, ListName.options)
  const kind = choiceOf(ListKind, 'kind', cells.kind ?? defaults.kind, ListKind.options)
  if (findCardNumber({ [kind]: cells.value, reason: cells.reason }) !== null) {
    throw new Unnameable('value', 'This line holds a card number. Send a token instead.')
  }
  const named = nameIdentifier(keys, namingOf(kind, cells))
  return { ...named, list, kind, reason: cells.reason ?? null, expiresAt: expiryOf(cells.expires_at, now) }
}

/** Whole lines with the header on top. A line that cannot be read is named, and the others are taken. */
export const readPart = (csv: string, reading: Reading): ReadPart => {
  const { records, unclosedAt } = readCsv(csv)
  const lineOf = (line: number): number => reading.firstLine + line - 2
  if (unclosedAt !== null) throw new UnreadablePart(`Line ${lineOf(unclosedAt)} opens a quote that is never closed.`)
  const [first, ...rest] = records
  const header = headerOf(first)
  const rows: Row[] = []
  const problems: ListLineProblem[] = []
  for (const record of rest) {
    try {
      rows.push(rowOf(cellsOf(header, record), reading))
    } catch (error) {
      if (!(error instanceof Unnameable)) throw error
      problems.push({ line: lineOf(record.line), column: error.field, detail: error.message })
    }
  }
  return { rows, problems, records: rest.length, lines: csv.replace(/\r?\n$/, '').split('\n').length - 1 }
}
