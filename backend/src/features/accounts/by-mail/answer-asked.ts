import { Conflict, type Follower, type Head } from '../../../platform/documents/port.ts'
import { mailEntry } from '../../mail/service.ts'
import { asked, links, people, type AskedDocument, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import { createEmailRef } from '../email.ts'
import { createLinks, draftLink, type NewLink } from './links.ts'

const atOnce = 50

interface Answered {
  readonly head: Extract<Head, { readonly insert: unknown }>
  readonly followers: readonly Follower[]
}

/** Looks up what was asked for, and writes the letter that fits. What was asked is told once, after a crash too. */
export const createAnswerAsked = (deps: AccountDeps) => {
  const { documents, clock, vault, settings } = deps
  const operator = documents.operator()
  const emailRef = createEmailRef(vault)
  const { latest, voidAll } = createLinks(deps)
  const page = (path: string): string => `${settings.linkBase}${path}`

  const holderOf = async (email: string): Promise<PersonDocument | undefined> =>
    (await operator.find(people, { email_ref: emailRef(email) }, { limit: 1 })).items[0]

  const withLink = (
    link: NewLink,
    letter: (to: string) => Parameters<typeof mailEntry>[0],
    path: string,
    cause: string,
  ) => {
    const { created_at: at, expires_at: usefulUntil } = link.document
    // Behind a hash sign: browsers send it to no server, in no Referer, and proxies write it into no log.
    const entry = mailEntry(letter(page(`${path}#${link.token}`)), { at, usefulUntil, cause })
    return { head: { insert: links, document: link.document }, followers: [entry] }
  }

  const confirmAccount = ({ id }: AskedDocument, data: AskedDocument['data'], email: string): Answered => {
    const link = draftLink({ purpose: 'confirm-account', subject: emailRef(email), data }, clock())
    const letter = (to: string) =>
      ({ kind: 'confirm-address', to: email, data: { link: to, name: data['name'] ?? '' } }) as const
    return withLink(link, letter, '/confirm', id)
  }

  const alreadyThere = ({ id }: AskedDocument, { email }: PersonDocument): Answered => {
    const data = { signIn: page('/'), reset: page('/forgot') }
    return { head: mailEntry({ kind: 'account-exists', to: email, data }, { at: clock(), cause: id }), followers: [] }
  }

  const answer = async (request: AskedDocument): Promise<Answered | undefined> => {
    const { email = '', person_id: personId = '' } = request.data
    const holder = await holderOf(email)
    switch (request.kind) {
      case 'sign-up':
        return holder ? alreadyThere(request, holder) : confirmAccount(request, request.data, email)
      case 'resend': {
        const pending = await latest(emailRef(email), 'confirm-account')
        return pending && !holder ? confirmAccount(request, pending.data, email) : undefined
      }
      case 'reset': {
        if (!holder) return undefined
        await voidAll(holder.id, 'reset')
        const link = draftLink({ purpose: 'reset', subject: holder.id, data: {} }, clock())
        const letter = (to: string) => ({ kind: 'reset-password', to: holder.email, data: { link: to } }) as const
        return withLink(link, letter, '/reset', request.id)
      }
      case 'new-address': {
        if (holder) return alreadyThere(request, holder)
        await voidAll(personId, 'confirm-email')
        const link = draftLink({ purpose: 'confirm-email', subject: personId, data: { email } }, clock())
        const letter = (to: string) => ({ kind: 'confirm-new-address', to: email, data: { link: to } }) as const
        return withLink(link, letter, '/confirm-address', request.id)
      }
    }
  }

  const finish = async (request: AskedDocument): Promise<void> => {
    const answered = await answer(request)
    if (answered) {
      await operator.write(answered.head, answered.followers).catch((error: unknown) => {
        // Told before a crash: the letter is there.
        if (!(error instanceof Conflict)) throw error
      })
    }
    await operator.write({ update: asked, id: request.id, changes: { set: { state: 'done', data: {} } } })
  }

  const open = async () =>
    (await operator.find(asked, { state: 'open' }, { sort: { field: 'at', direction: 'asc' }, limit: atOnce })).items

  return {
    hasAnswered: async (): Promise<boolean> =>
      (await operator.find(asked, { state: 'done' }, { limit: 1 })).items.length > 0,
    isDue: async (): Promise<boolean> => (await open()).length > 0,
    answer: async (): Promise<void> => {
      for (let requests = await open(); requests.length > 0; requests = await open()) {
        for (const request of requests) await finish(request)
      }
    },
  }
}
