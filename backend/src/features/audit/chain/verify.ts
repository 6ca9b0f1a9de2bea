import type { KeyObject } from 'node:crypto'
import type { DocumentStore } from '../../../platform/documents/port.ts'
import type { AuditEntry } from '../collections.ts'
import { isGenuine, readAnchors, type Anchor } from './anchors.ts'
import { linksOf } from './export.ts'
import { entryDigest, isRead, linkDigest, noLink, type AuditLink } from './links.ts'
import { createEntryOf } from './placed.ts'

export type Problem =
  | 'link_missing'
  | 'link_changed'
  | 'entry_missing'
  | 'entry_changed'
  | 'anchor_differs'
  | 'anchor_forged'
  | 'tail_missing'

export interface Verification {
  readonly ok: boolean
  readonly organization_id: string
  readonly links: number
  /** Entries whose key was destroyed: their links still verify. */
  readonly sealed_away: number
  readonly anchors: number
  readonly head: { readonly seq: number; readonly digest: string } | null
  readonly first_bad: { readonly seq: number; readonly entry_id: string | null; readonly problem: Problem } | null
}

type Bad = NonNullable<Verification['first_bad']>

/** What is wrong with a link, seen from the one before it. */
export const problemOfLink = (link: AuditLink, before: AuditLink | undefined): Bad | null => {
  const seq = (before?.seq ?? 0) + 1
  if (link.seq !== seq) return { seq, entry_id: null, problem: 'link_missing' }
  const isWhole = link.previous === (before?.digest ?? noLink) && linkDigest(link) === link.digest
  return isWhole ? null : { seq, entry_id: link.id, problem: 'link_changed' }
}

export const problemOfEntry = (link: AuditLink, entry: AuditEntry | 'sealed' | undefined): Bad | null => {
  if (entry === 'sealed') return null
  const bad = (problem: Problem): Bad => ({ seq: link.seq, entry_id: link.id, problem })
  if (!entry) return bad('entry_missing')
  if (isRead(entry) !== (link.trace === 'read')) return bad('link_changed')
  return entryDigest(entry) === link.entry_digest ? null : bad('entry_changed')
}

interface Deps {
  readonly documents: DocumentStore
  readonly key: () => KeyObject
  readonly anchorsFile: string
}

/** Walks a chain from its first link, and holds it against its entries and against what was signed outside. */
export const createVerify = ({ documents, key, anchorsFile }: Deps) => {
  const entryOf = createEntryOf({ documents })

  const anchorsOf = (organizationId: string, file: string) => {
    const genuine = new Map<number, Anchor>()
    let forged = 0
    for (const anchor of readAnchors(file)) {
      if (anchor?.organization_id !== organizationId) continue
      if (isGenuine(key(), anchor)) genuine.set(anchor.seq, anchor)
      else forged += 1
    }
    return { genuine, forged }
  }

  const anchorProblem = (link: AuditLink, anchors: ReadonlyMap<number, Anchor>): Bad | null => {
    const anchor = anchors.get(link.seq)
    if (!anchor || anchor.digest === link.digest) return null
    return { seq: link.seq, entry_id: link.id, problem: 'anchor_differs' }
  }

  return async (
    organizationId: string,
    progress: (links: number) => void = () => undefined,
    anchors = anchorsFile,
  ): Promise<Verification> => {
    const { genuine, forged } = anchorsOf(organizationId, anchors)
    let before: AuditLink | undefined
    let sealedAway = 0
    let bad: Bad | null = null
    for await (const links of linksOf(documents, organizationId)) {
      const entries = await Promise.all(links.map(entryOf))
      for (const [at, link] of links.entries()) {
        const entry = entries[at]
        if (entry === 'sealed') sealedAway += 1
        bad ??= problemOfLink(link, before) ?? problemOfEntry(link, entry) ?? anchorProblem(link, genuine)
        before = link
      }
      progress(before?.seq ?? 0)
      if (bad) break
    }
    const last = Math.max(0, ...genuine.keys())
    if (bad === null && last > (before?.seq ?? 0))
      bad = { seq: (before?.seq ?? 0) + 1, entry_id: null, problem: 'tail_missing' }
    if (bad === null && forged > 0) bad = { seq: 0, entry_id: null, problem: 'anchor_forged' }
    return {
      ok: bad === null,
      organization_id: organizationId,
      links: before?.seq ?? 0,
      sealed_away: sealedAway,
      anchors: genuine.size,
      head: before ? { seq: before.seq, digest: before.digest } : null,
      first_bad: bad,
    }
  }
}
