import { createTransport } from 'nodemailer'
import { MailNotTaken, type MailTransport } from './mail-transport.ts'

/** Longer than any server thinks before it takes a mail; a hanging one must not hold up the worker. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Before any content is sent. A connection that breaks later has one code for all its phases, so it is not here. */
const beforeContent: readonly string[] = ['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'EPROXY', 'EREQUIRETLS']
const neverOpened = /^(?:Connection timeout|Greeting never received)/

interface SmtpError {
  readonly code?: string
  readonly syscall?: string
  readonly message?: string
  readonly responseCode?: number
}

/** An answer of the server is certain. So is whatever broke before the content; otherwise nobody can know. */
const adaptError = (error: unknown): unknown => {
  const { code = 'unknown', syscall, message = '', responseCode } = error as SmtpError
  // A refused STARTTLS is the server's setting, not its word on the letter.
  if (code !== 'ETLS' && responseCode !== undefined && responseCode >= 400) {
    return new MailNotTaken(`smtp_${responseCode}`, responseCode >= 500, { cause: error })
  }
  const isCertain = beforeContent.includes(code) || syscall === 'connect' || neverOpened.test(message)
  return isCertain ? new MailNotTaken(code, false, { cause: error }) : error
}

/** `smtp://user:password@host:587` upgrades with STARTTLS, `smtps://` is encrypted from the start. A link in a letter opens an account. */
export const createSmtpTransport = (
  url: string,
  from: string,
  /** A server that offers no STARTTLS, or hides it, gets no letter. Otherwise it is used where offered. */
  { requireTls }: { readonly requireTls: boolean },
): MailTransport => {
  const transport = createTransport({
    url,
    requireTLS: requireTls,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = from.replace(/^.*@|>$/g, '')
  return {
    mayRepeat: false,
    deliver: async ({ id, to, subject, text, html }) => {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, html },
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw adaptError(error)
      }
    },
    close: () => {
      transport.close()
    },
  }
}
