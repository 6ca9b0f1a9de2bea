/** Columns as wide as their longest cell; numbers stand to the right. */
export const table = (head, rows) => {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const line = (row) =>
    row
      .map((cell, column) => (/^[\d.,]+$/.test(cell) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd()
  const [first, ...rest] = all.map(line)
  return [first, widths.map((width) => '-'.repeat(width)).join('  '), ...rest].join('\n')
}
