import { Conflict, type DocumentStore } from '../../../platform/documents/port.ts'
import { mailEntry } from '../../mail/service.ts'
import type { Anchor } from './anchors.ts'
import { sendToSyslog, type SyslogTarget } from './syslog.ts'

const hourMs = 3_600_000

export interface TellAnchorsDeps {
  readonly documents: Pick<DocumentStore, 'operator'>
  readonly clock: () => number
  readonly mail: string | undefined
  readonly syslog: SyslogTarget | undefined
  readonly failed: (error: unknown) => void
}

/**
 * Signed heads go where this machine cannot take them back. A head covers all before it, so of each chain only the newest
 * waits: what a crash or a deaf receiver loses is made good by the next one.
 */
export const createTellAnchors = ({ documents, clock, mail, syslog, failed }: TellAnchorsDeps) => {
  const forMail = new Map<string, Anchor>()
  const forSyslog = new Map<string, Anchor>()

  const tellSyslog = async (target: SyslogTarget): Promise<void> => {
    const anchors = [...forSyslog.values()]
    if (anchors.length === 0) return
    try {
      await sendToSyslog(target, anchors)
      for (const { organization_id } of anchors) forSyslog.delete(organization_id)
    } catch (error) {
      failed(error)
    }
  }

  /** One letter an hour, whichever process writes it: the outbox sends it once. */
  const tellMail = async (to: string): Promise<void> => {
    if (forMail.size === 0) return
    const at = Math.floor(clock() / hourMs) * hourMs
    const lines = [...forMail.values()].map((anchor) => JSON.stringify(anchor)).join('\n')
    const letter = { kind: 'audit-anchors', to, data: { at: new Date(clock()).toISOString(), lines } } as const
    const { insert, document } = mailEntry(letter, { at, usefulUntil: at + 48 * hourMs, cause: 'audit-anchors' })
    try {
      await documents.operator().write({ insert, document })
      forMail.clear()
    } catch (error) {
      if (!(error instanceof Conflict)) failed(error)
    }
  }

  return async (signed: readonly Anchor[]): Promise<void> => {
    for (const anchor of signed) {
      if (mail !== undefined) forMail.set(anchor.organization_id, anchor)
      if (syslog !== undefined) forSyslog.set(anchor.organization_id, anchor)
    }
    if (syslog !== undefined) await tellSyslog(syslog)
    if (mail !== undefined) await tellMail(mail)
  }
}
