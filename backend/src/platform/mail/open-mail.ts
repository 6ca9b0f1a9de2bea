import { isIP } from 'node:net'
import { join } from 'node:path'
import { createFolderTransport } from './folder.ts'
import type { MailTransport } from './mail-transport.ts'
import { createSmtpTransport } from './smtp.ts'

export interface MailConfig {
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly dataDir: string
  readonly production: boolean
}

/** What goes to a mail server on this very machine crosses no network. */
const isThisMachine = (url: string): boolean => {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}

export const openMail = ({ smtpUrl, mailFrom, dataDir, production }: MailConfig): MailTransport =>
  smtpUrl === undefined
    ? createFolderTransport(join(dataDir, 'mail'), mailFrom)
    : createSmtpTransport(smtpUrl, mailFrom, { requireTls: production && !isThisMachine(smtpUrl) })
