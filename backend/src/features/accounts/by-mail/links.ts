import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '../../../platform/app-error.ts'
import { Conflict } from '../../../platform/documents/port.ts'
import { links, type LinkDocument, type LinkPurpose } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'

const minute = 60_000

export const lifetimesMs = {
  'confirm-account': 24 * 60 * minute,
  reset: 60 * minute,
  'confirm-email': 60 * minute,
  challenge: 10 * minute,
  'operator-challenge': 10 * minute,
  passkey: 10 * minute,
  'passkey-sign-in': 10 * minute,
} as const satisfies Record<LinkPurpose, number>

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export interface NewLink {
  /** 256 random bits, for its reader alone. */
  readonly token: string
  readonly document: LinkDocument
}

/** Only the SHA-256 of a token is stored. */
export const draftLink = (
  { purpose, subject, data }: Pick<LinkDocument, 'purpose' | 'subject' | 'data'>,
  now: number,
): NewLink => {
  const token = randomBytes(32).toString('base64url')
  const expires = now + lifetimesMs[purpose]
  const id = digestOf(token)
  return {
    token,
    document: { id, purpose, subject, state: 'open', tries: 0, data, created_at: now, expires_at: expires },
  }
}

export const createLinks = ({ documents }: Pick<AccountDeps, 'documents'>) => {
  const operator = documents.operator()

  /** undefined: never made, made for something else, used, or its time is over. */
  const find = async (token: string, purpose: LinkPurpose): Promise<LinkDocument | undefined> => {
    const link = await operator.get(links, digestOf(token))
    return link?.purpose === purpose && link.state === 'open' ? link : undefined
  }

  /** True for one caller only, however many come at once. */
  const use = async ({ id }: LinkDocument): Promise<boolean> => {
    try {
      const set = { state: 'used', data: {} }
      await operator.write({ update: links, id, changes: { set }, expect: { state: 'open' } })
      return true
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
  }

  return {
    find,
    use,
    /** Used up by asking. Throws `link_invalid`. */
    claim: async (token: string, purpose: LinkPurpose): Promise<LinkDocument> => {
      const link = await find(token, purpose)
      if (!link || !(await use(link))) throw new AppError('link_invalid')
      return link
    },
    /** Links of the same kind that were sent before are void. */
    voidAll: async (subject: string, purpose: LinkPurpose): Promise<void> => {
      const sort = { field: 'created_at', direction: 'desc' } as const
      const { items } = await operator.find(links, { subject, purpose }, { sort, limit: 50 })
      for (const link of items) if (link.state === 'open') await use(link)
    },
    latest: async (subject: string, purpose: LinkPurpose): Promise<LinkDocument | undefined> => {
      const sort = { field: 'created_at', direction: 'desc' } as const
      const { items } = await operator.find(links, { subject, purpose }, { sort, limit: 10 })
      return items.find(({ state }) => state === 'open')
    },
  }
}
