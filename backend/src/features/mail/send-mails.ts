import type { Clock } from '../../platform/clock.ts'
import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import { MailNotTaken, type MailTransport } from '../../platform/mail/mail-transport.ts'
import type { Log } from '../../platform/telemetry/log.ts'
import { mails, type MailDocument } from './collections.ts'
import { pageOf } from './letters/letters.ts'
import { renderPage } from './letters/page.ts'

const minute = 60_000

/** Pauses after the first, second, ... failed try: a day in all, as mail servers do it (RFC 5321, 4.5.4.1). */
const pausesMs = [10_000, minute, 5 * minute, 15 * minute, 60 * minute, 180 * minute, 480 * minute, 720 * minute]

/** A try that did not end by then died with its process. */
const tryMs = 5 * minute
const atOnce = 20

export interface MailDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly transport: MailTransport
  /** PUBLIC_URL, for the foot of each letter. */
  readonly installation: string
  readonly log: Pick<Log, 'warn'>
}

type Outcome = Pick<MailDocument, 'state'> & Partial<Pick<MailDocument, 'due_at'>>

/**
 * A try is claimed before it is made, so two workers never make the same one. What a server refused is tried again; where
 * the connection broke after the content, or the process died, nobody can know whether it was taken, and it is not sent
 * a second time: whoever waits for it asks again.
 */
export const createSendMails = ({ documents, clock, transport, installation, log }: MailDeps) => {
  const operator = documents.operator()

  const due = async (state: MailDocument['state']) => {
    const sort = { field: 'due_at', direction: 'asc' } as const
    return (await operator.find(mails, { state, due_at: { lte: clock() } }, { sort, limit: atOnce })).items
  }

  const claim = async (mail: MailDocument): Promise<boolean> => {
    const set = { state: 'sending', due_at: clock() + tryMs, tries: mail.tries + 1 }
    const expect = { state: mail.state, tries: mail.tries }
    try {
      await operator.write({ update: mails, id: mail.id, changes: { set }, expect })
      return true
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
  }

  const attempt = async ({ id, letter, tries, kind, useless_after: useless }: MailDocument): Promise<Outcome> => {
    const page = letter && pageOf(letter)
    if (!letter || !page || useless <= clock()) return { state: 'failed' }
    try {
      await transport.deliver({ id, to: letter.to, ...renderPage(page, installation) })
      return { state: 'sent' }
    } catch (error) {
      const code = error instanceof MailNotTaken ? error.code : 'unknown'
      log.warn({ mail: id, kind, tries: tries + 1, code }, 'mail not sent')
      if (!(error instanceof MailNotTaken)) return { state: transport.mayRepeat ? 'open' : 'unknown' }
      const pause = pausesMs[tries]
      if (error.forGood || pause === undefined) return { state: 'failed' }
      return { state: 'open', due_at: clock() + pause }
    }
  }

  const settle = async ({ id }: MailDocument, outcome: Outcome): Promise<void> => {
    const set = outcome.state === 'open' ? outcome : { ...outcome, letter: null }
    await operator.write({ update: mails, id, changes: { set } })
  }

  const lost = async (): Promise<void> => {
    for (const mail of await due('sending')) {
      await settle(mail, transport.mayRepeat ? { state: 'open', due_at: clock() } : { state: 'unknown' })
    }
  }

  return async (): Promise<number> => {
    await lost()
    let tried = 0
    for (;;) {
      const open = await due('open')
      if (open.length === 0) return tried
      for (const mail of open) {
        if (!(await claim(mail))) return tried
        await settle(mail, await attempt(mail))
        tried += 1
      }
    }
  }
}

export const createHasMail =
  ({ documents, clock }: Pick<MailDeps, 'documents' | 'clock'>) =>
  async (): Promise<boolean> => {
    const where = { state: { in: ['open', 'sending'] }, due_at: { lte: clock() } }
    return (await documents.operator().find(mails, where, { limit: 1 })).items.length > 0
  }
