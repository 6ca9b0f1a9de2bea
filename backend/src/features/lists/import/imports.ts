import type { ListImport, ListImportPart, NewListImport } from '#contract/lists.ts'
import { AppError } from '../../../platform/app-error.ts'
import { asJson } from '../../../platform/documents/collection.ts'
import { Conflict } from '../../../platform/documents/port.ts'
import { createId } from '../../../platform/ids.ts'
import type { Actor } from '../../audit/service.ts'
import { listImports, type ListImportDocument } from '../collections.ts'
import type { ListDeps, Tenant } from '../deps.ts'
import { importEvent } from '../list-event.ts'
import { invalid } from '../named.ts'
import type { StoreItems } from '../store-items.ts'
import type { Trace } from '../trace.ts'
import { readPart, UnreadablePart, type ReadPart } from './read-part.ts'
import { createStoreRows, distinct } from './store-rows.ts'

/** How long one may look at what came of a file, and go on with it. */
const keptMs = 30 * 24 * 3_600_000
const problemsKept = 100

const viewImport = (found: ListImportDocument): ListImport => ({
  id: found.id,
  name: found.name,
  state: found.state,
  rows_total: found.rows_total,
  rows_done: found.rows_done,
  added: found.added,
  unchanged: found.unchanged,
  refused: found.refused,
  next_line: found.next_line,
  problems: [...found.problems],
  created_at: new Date(found.created_at).toISOString(),
})

export const createImports = (deps: ListDeps & { readonly items: StoreItems; readonly trace: Trace }) => {
  const { clock, items, storeKeys, trace } = deps
  const storeRows = createStoreRows({ clock, items })

  const find = async (merchantId: string, id: string): Promise<ListImportDocument> => {
    const found = /^imp_[0-9A-Z]{26}$/.test(id) ? await items.scopeOf(merchantId).get(listImports, id) : undefined
    if (!found) throw new AppError('not_found', { detail: 'There is no such import.' })
    return found
  }

  const start = async ({ merchantId }: Tenant, actor: Actor, wanted: NewListImport): Promise<ListImport> => {
    const now = clock()
    const document: ListImportDocument = {
      id: createId('imp', now),
      name: wanted.name,
      author: actor,
      list: wanted.list ?? null,
      kind: wanted.kind ?? null,
      state: 'open',
      rows_total: wanted.rows_total ?? null,
      ...{ rows_done: 0, added: 0, unchanged: 0, refused: 0 },
      next_line: 2,
      problems: [],
      created_at: now,
      gone_at: now + keptMs,
      revision: 1,
    }
    const details = { rows: wanted.rows_total ?? -1 }
    const told = await trace(merchantId, { actor, action: 'list.import_started', id: document.id, details })
    await items.scopeOf(merchantId).write({ insert: listImports, document }, [told])
    return viewImport(document)
  }

  /** One of two that bring the same part at once is told what the other did. */
  const advance = async (
    merchantId: string,
    found: ListImportDocument,
    { read, added, last }: { readonly read: ReadPart; readonly added: number; readonly last: boolean },
  ): Promise<ListImport> => {
    const problems = [...found.problems, ...read.problems].slice(0, problemsKept)
    const inc = {
      rows_done: read.records,
      added,
      unchanged: read.rows.length - added,
      refused: read.problems.length,
      revision: 1,
    }
    const state = last ? 'done' : 'open'
    const set = { next_line: found.next_line + read.lines, problems: asJson(problems), state }
    const expect = { revision: found.revision }
    try {
      const changes = { set, inc }
      const told = last ? [importEvent(found.id, found.added + added, clock())] : []
      await items.scopeOf(merchantId).write({ update: listImports, id: found.id, changes, expect }, told)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
    return viewImport(await find(merchantId, found.id))
  }

  const takePart = async (
    { merchantId }: Tenant,
    actor: Actor,
    id: string,
    part: ListImportPart,
  ): Promise<ListImport> => {
    const found = await find(merchantId, id)
    if (part.first_line < found.next_line || found.state === 'done') return viewImport(found)
    if (part.first_line > found.next_line) {
      throw invalid('/first_line', `Lines are taken in order: send from line ${found.next_line} on.`)
    }
    const { list, kind } = found
    const defaults = { ...(list && { list }), ...(kind && { kind }) }
    const reading = { keys: await storeKeys(merchantId), defaults, firstLine: part.first_line, now: clock() }
    const read = readOrRefuse(part.csv, reading)
    const added = await storeRows(merchantId, actor, distinct(read.rows))
    return advance(merchantId, found, { read, added, last: part.last })
  }

  return {
    start,
    takePart,
    get: async ({ merchantId }: Tenant, id: string) => viewImport(await find(merchantId, id)),
  }
}

const readOrRefuse: typeof readPart = (csv, reading) => {
  try {
    return readPart(csv, reading)
  } catch (error) {
    throw error instanceof UnreadablePart ? invalid('/csv', error.message) : error
  }
}
