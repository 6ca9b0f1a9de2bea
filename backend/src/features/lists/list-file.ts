import { Download } from '../../platform/http/route.ts'

/** `X-Total-Rows` is counted beforehand, so that whoever reads the file can show how far it is. */
export const listFile = ({
  total,
  lines,
}: {
  readonly total: number
  readonly lines: AsyncIterable<string>
}): Download => new Download(lines, 'text/csv; charset=utf-8', 'goodfaith-lists.csv', { 'x-total-rows': String(total) })
