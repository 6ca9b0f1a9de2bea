import { randomBytes } from 'node:crypto'
import type { SharingChange } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Json } from '../../platform/documents/collection.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { networkMembers, type MemberDocument } from './collections.ts'
import type { NetworkDeps } from './deps.ts'
import { termsVersion } from './kinds.ts'

const invalid = (pointer: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code: 'invalid', detail }] })

/** Says nothing about whose it is, and is never used again. */
const newName = (): string => randomBytes(8).toString('hex')

const blank = { orders: 0, declines: 0, frauds: 0, counted_verdicts: [], counted_outcomes: [] }

const jsonOf = (fields: Readonly<Record<string, Json | undefined>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))

/** The switch of one store. Off takes effect at once here and within 2 s elsewhere; what was given goes with the worker. */
export const createSharing = ({ documents, changes, clock, merchant }: NetworkDeps) => {
  const operator = documents.operator()

  const joined = async (merchantId: string, found: MemberDocument | undefined): Promise<MemberDocument> => {
    const { organizationId, createdAt, demo } = await merchant(merchantId)
    if (demo) throw invalid('/on', 'A demo store shares nothing: its orders are made up.')
    return {
      id: merchantId,
      organization_id: organizationId,
      merchant_created_at: createdAt,
      on: true,
      store: newName(),
      since: clock(),
      terms: termsVersion,
      ...blank,
      leaving: found?.leaving ?? [],
      revision: (found?.revision ?? 0) + 1,
    }
  }

  const left = (found: MemberDocument): MemberDocument => ({
    ...found,
    ...blank,
    on: false,
    since: null,
    leaving: [...found.leaving, { store: found.store, at: clock() }],
    revision: found.revision + 1,
  })

  const write = async (actor: Actor, found: MemberDocument | undefined, next: MemberDocument): Promise<void> => {
    const { id, ...set } = next
    const trace = operatorAuditEntry({
      organization_id: next.organization_id,
      merchant_id: id,
      actor,
      action: next.on ? 'network.joined' : 'network.left',
      object: { type: 'merchant', id },
      at: clock(),
      details: { terms: next.terms },
    })
    try {
      if (!found) await operator.write({ insert: networkMembers, document: next }, [trace])
      else {
        const expect = { revision: found.revision }
        await operator.write({ update: networkMembers, id, changes: { set: jsonOf(set) }, expect }, [trace])
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      throw invalid('/on', 'The switch was turned at the same moment. Try again.')
    }
    await changes.announce()
  }

  return async (actor: Actor, merchantId: string, { on, read_version: version }: SharingChange): Promise<void> => {
    const found = await operator.get(networkMembers, merchantId)
    if ((found?.on ?? false) === on) return
    if (on && version !== termsVersion) {
      throw invalid('/read_version', 'Read what is shared first; this names the version that was read.')
    }
    const next = on ? await joined(merchantId, found) : found && left(found)
    if (next) await write(actor, found, next)
  }
}
