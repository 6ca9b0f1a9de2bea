export interface CsvRecord {
  /** Of its first character, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Spreadsheets of half of Europe write semicolons. The first line tells. */
const separators = [',', ';', '\t'] as const

const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1)
  const counts = separators.map((separator) => first.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** One pass over the text; state in five variables, whatever the text holds. */
const recordsOf = (
  text: string,
  separator: string,
): { readonly records: CsvRecord[]; readonly open: number | null } => {
  const records: CsvRecord[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let startedAt = 1
  let quotedSince: number | null = null
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endRecord = () => {
    endCell()
    if (cells.some((value) => value !== '')) records.push({ line: startedAt, cells })
    cells = []
    startedAt = line
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '\n') line += 1
    if (quotedSince !== null) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quotedSince = null
    } else if (letter === '"' && cell === '') quotedSince = line
    else if (letter === separator) endCell()
    else if (letter === '\n') endRecord()
    else if (letter !== '\r') cell += letter
  }
  if (cell !== '' || cells.length > 0) endRecord()
  return { records, open: quotedSince }
}

export interface CsvText {
  readonly records: readonly CsvRecord[]
  /** Line of a quote that is never closed: what follows it cannot be told apart. */
  readonly unclosedAt: number | null
}

/** RFC 4180, with or without a byte order mark; empty lines are no records. */
export const readCsv = (given: string): CsvText => {
  const text = given.replace(/^\ufeff/, '')
  const { records, open } = recordsOf(text, separatorOf(text))
  return { records, unclosedAt: open }
}
