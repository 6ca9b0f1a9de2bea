/** What makes a spreadsheet run a cell instead of showing it (OWASP: CSV injection), also behind blanks. */
const runs = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|]/
const needsQuotes = /["',;\t\r\n]|^\s|\s$/

/** The apostrophe is how spreadsheets themselves say "this is text". */
export const csvCell = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = runs.test(value) ? `'${value}` : value
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line, ended as RFC 4180 wants it. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`

/** What `csvCell` put in front is taken off again, so that a file survives the way out and in. */
export const cellText = (cell: string): string =>
  (cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell).trim()
