import { collection, type Document } from '../../platform/documents/collection.ts'
import type { LetterJson } from './letters/letters.ts'

/**
 * Mail on its way. Sealed, since a letter names its reader and may hold a link that opens an account; once it is sent,
 * or given up, the letter is gone and only the outcome stays.
 */
export interface MailDocument extends Document {
  /** `sending` when a try is under way, `unknown` when nobody can say whether it was taken: then it is left alone. */
  readonly state: 'open' | 'sending' | 'sent' | 'failed' | 'unknown'
  readonly kind: string
  readonly letter: LetterJson | null
  /** When the next try is due, or when a try that is under way is lost. */
  readonly due_at: number
  readonly tries: number
  /** A link in it has run out by then. */
  readonly useless_after: number
  readonly created_at: number
  readonly expires_at: number
}

export const mails = collection<MailDocument>({
  name: 'mails',
  scope: 'operator',
  sealed: true,
  fields: { state: 'string', kind: 'string', due_at: 'number', tries: 'number', expires_at: 'number' },
  indexes: [{ fields: ['state', 'due_at'] }],
  expires: 'expires_at',
})
