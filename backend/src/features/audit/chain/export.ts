import type { DocumentStore } from '../../../platform/documents/port.ts'
import { auditLinks, type AuditLink } from './links.ts'
import { createEntryOf } from './placed.ts'

const pageSize = 200

/** Every link of a chain, first to last, a page at a time. */
export async function* linksOf(documents: DocumentStore, organizationId: string): AsyncGenerator<readonly AuditLink[]> {
  const sort = { field: 'seq', direction: 'asc' } as const
  let after: string | null = null
  do {
    const options: { sort: typeof sort; limit: number; after?: string } = {
      sort,
      limit: pageSize,
      ...(after === null ? {} : { after }),
    }
    const page = await documents.operator().find(auditLinks, { organization_id: organizationId }, options)
    yield page.items
    after = page.next
  } while (after !== null)
}

/** One JSON line per link with its entry (null where its key was destroyed): all that a third party needs to verify. */
export const createExport = ({ documents }: { readonly documents: DocumentStore }) => {
  const entryOf = createEntryOf({ documents })
  return async function* lines(organizationId: string): AsyncGenerator<string> {
    for await (const links of linksOf(documents, organizationId)) {
      for (const link of links) {
        const entry = await entryOf(link)
        yield `${JSON.stringify({ link, entry: entry === 'sealed' ? null : (entry ?? null) })}\n`
      }
    }
  }
}
