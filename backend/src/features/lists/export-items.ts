import { csvLine } from '../../platform/csv/write-csv.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import type { Documents, Mode } from '../../platform/documents/port.ts'
import { listItems } from './collections.ts'
import { viewItem } from './view.ts'

const pageSize = 1_000

/** The columns of an import first: the file goes in again as it came out. Of values it holds the reference alone. */
const columns = ['list', 'kind', 'ref', 'reason', 'expires_at', 'hint', 'created_at', 'author', 'hits', 'last_hit_at']

/** Page by page, newest first, so that memory stays flat whatever the list holds. What is added meanwhile is not in it. */
export async function* exportLines(scope: Documents, mode: Mode): AsyncGenerator<string> {
  yield csvLine(columns)
  const newestFirst = { sort: { field: 'created_at', direction: 'desc' }, limit: pageSize } as const
  for await (const items of everyPage((from) => scope.find(listItems, {}, { ...newestFirst, ...from }))) {
    const rows = items.map((item) => {
      const { list, kind, ref, reason, expires_at, hint, created_at, author, hits, last_hit_at } = viewItem(item, mode)
      const by = `${author.type} ${author.id ?? ''}`.trim()
      return csvLine([list, kind, ref, reason, expires_at, hint, created_at, by, hits, last_hit_at])
    })
    yield rows.join('')
  }
}
