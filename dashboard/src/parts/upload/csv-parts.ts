/** Whole lines of a file with its header on top, small enough for one call. */
export interface CsvPart {
  /** Number in the file of its first line after the header; the header of the file is line 1. */
  readonly firstLine: number
  readonly csv: string
  readonly rows: number
  readonly last: boolean
}

interface CsvFile {
  readonly parts: readonly CsvPart[]
  /** Records without the header and without blank lines. */
  readonly rows: number
}

interface Bounds {
  readonly mostBytes: number
  readonly mostRows: number
}

const lineEnd = /\r?\n/

/** Lines put together until their quotes are closed: a cell may hold line ends. */
const records = (text: string): readonly { readonly text: string; readonly lines: number }[] => {
  const found: { text: string; lines: number }[] = []
  let open = false
  for (const line of text.replace(/^\uFEFF/, '').split(lineEnd)) {
    const last = found.at(-1)
    if (open && last) {
      last.text += `\n${line}`
      last.lines += 1
    } else found.push({ text: line, lines: 1 })
    if ((line.split('"').length - 1) % 2 === 1) open = !open
  }
  if (found.at(-1)?.text === '') found.pop()
  return found
}

/** As it will travel: quotes and line ends are escaped in JSON. */
const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length

export const readCsv = (text: string, { mostBytes, mostRows }: Bounds): CsvFile => {
  const [header, ...rest] = records(text)
  const isBlank = (record: { readonly text: string }) => record.text.trim() === ''
  const parts: CsvPart[] = []
  const top = header?.text ?? ''
  const topBytes = bytesOf(top)
  let line = 1 + (header?.lines ?? 0)
  let open = { firstLine: line, texts: [] as string[], rows: 0, bytes: topBytes }
  const close = () => {
    if (open.texts.length > 0)
      parts.push({ firstLine: open.firstLine, csv: [top, ...open.texts].join('\n'), rows: open.rows, last: false })
  }
  for (const record of rest) {
    const bytes = bytesOf(record.text)
    const isFull = open.bytes + bytes > mostBytes || open.rows >= mostRows
    if (isFull && open.texts.length > 0) {
      close()
      open = { firstLine: line, texts: [], rows: 0, bytes: topBytes }
    }
    open.texts.push(record.text)
    open.bytes += bytes
    open.rows += isBlank(record) ? 0 : 1
    line += record.lines
  }
  close()
  return {
    parts: parts.map((part, index) => ({ ...part, last: index === parts.length - 1 })),
    rows: rest.filter((record) => !isBlank(record)).length,
  }
}
