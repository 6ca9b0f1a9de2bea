import { everyPage } from '../../../platform/documents/every-page.ts'
import type { DocumentStore } from '../../../platform/documents/port.ts'
import { auditLinks, signedPartOf, type AuditLink } from './links.ts'
import { createEntryOf } from './placed.ts'

const pageSize = 200

/** Every link of a chain, first to last, a page at a time. */
export async function* linksOf(documents: DocumentStore, organizationId: string): AsyncGenerator<readonly AuditLink[]> {
  const options = { sort: { field: 'seq', direction: 'asc' }, limit: pageSize } as const
  yield* everyPage((from) =>
    documents.operator().find(auditLinks, { organization_id: organizationId }, { ...options, ...from }),
  )
}

/** One JSON line per link with its entry (null where its key was destroyed): all that a third party needs to verify. */
export const createExport = ({ documents }: { readonly documents: DocumentStore }) => {
  const entryOf = createEntryOf({ documents })
  return async function* lines(organizationId: string): AsyncGenerator<string> {
    for await (const links of linksOf(documents, organizationId)) {
      for (const link of links) {
        const entry = await entryOf(link)
        yield `${JSON.stringify({ link: signedPartOf(link), entry: entry === 'sealed' ? null : (entry ?? null) })}\n`
      }
    }
  }
}
