import { join } from 'node:path'
import { createFolderTransport } from './folder.ts'
import type { MailTransport } from './mail-transport.ts'
import { createSmtpTransport } from './smtp.ts'

export interface MailConfig {
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly dataDir: string
}

export const openMail = ({ smtpUrl, mailFrom, dataDir }: MailConfig): MailTransport =>
  smtpUrl === undefined
    ? createFolderTransport(join(dataDir, 'mail'), mailFrom)
    : createSmtpTransport(smtpUrl, mailFrom)
