import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailTransport } from './mail-transport.ts'

/**
 * Where no mail server is configured, a mail is two files that a person can open. Readable by their owner alone: they
 * hold links that open accounts.
 */
export const createFolderTransport = (folder: string, from: string): MailTransport => ({
  mayRepeat: true,
  deliver: async ({ id, to, subject, text, html }) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const head = `From: ${from}\nTo: ${to}\nSubject: ${subject}\n\n`
    await writeFile(join(folder, `${id}.html`), html, { mode: 0o600 })
    await writeFile(join(folder, `${id}.txt`), head + text, { mode: 0o600 })
  },
  close: () => undefined,
})
