import type { Follower } from '../../platform/documents/port.ts'
import { createId, createIdFrom } from '../../platform/ids.ts'
import { mails, type MailDocument } from './collections.ts'
import { letterJson, type Letter } from './letters/letters.ts'

const day = 24 * 3_600_000
/** Nobody still wants to read of it afterwards. */
const usefulMs = 2 * day
export const keptWhenDoneMs = 30 * day

export interface MailOptions {
  readonly at: number
  /** A link in it has run out by then. */
  readonly usefulUntil?: number
  /** The same cause twice is one letter. */
  readonly cause?: string
}

/** A letter as a follower of what it tells of: one is never written without the other. The worker sends it. */
export const mailEntry = (
  letter: Letter,
  { at, usefulUntil = at + usefulMs, cause }: MailOptions,
): Extract<Follower, { readonly document: unknown }> => {
  const document: MailDocument = {
    id: cause === undefined ? createId('mai', at) : createIdFrom('mai', at, cause),
    state: 'open',
    kind: letter.kind,
    letter: letterJson(letter),
    due_at: at,
    tries: 0,
    useless_after: usefulUntil,
    created_at: at,
    expires_at: at + keptWhenDoneMs,
  }
  return { insert: mails, document }
}
