import { createHash } from 'node:crypto'
import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import { createIdFrom } from '../../platform/ids.ts'
import type { OutboxConsumer, OutboxEntry } from '../../platform/outbox/outbox.ts'
import { auditEntries } from './collections.ts'
import { entryOf } from './entry.ts'

const worker = { type: 'worker', id: null } as const

/** One line per verdict, so that anybody can make the digest again from the verdicts it names. */
export const digestOfVerdicts = (verdicts: readonly (readonly [id: string, digest: string])[]): string => {
  const hash = createHash('sha256')
  for (const [id, digest] of verdicts) hash.update(`${id} ${digest}\n`)
  return hash.digest('hex')
}

const verdictOf = ({ subject, data }: OutboxEntry) => [subject, String(data['digest'])] as const

/**
 * The trace of verdicts: one entry for a batch of them, written by the worker, so that scoring an order does not pay for
 * it. The digest covers each verdict's own; none can be changed afterwards without a difference.
 */
export const createVerdictTrace = ({
  documents,
  organizationOf,
}: {
  readonly documents: Pick<DocumentStore, 'forMerchant'>
  readonly organizationOf: (merchantId: string) => Promise<string>
}): OutboxConsumer => ({
  name: 'verdict-trace',
  kind: 'assessment.scored',
  fold: async ({ merchantId, mode }, entries) => {
    // An import is one line of its own.
    const decided = entries.filter(({ data }) => data['imported'] !== true)
    const verdicts = decided.map(verdictOf)
    const [first] = decided
    if (!first) return
    const draft = {
      organization_id: await organizationOf(merchantId),
      merchant_id: merchantId,
      mode,
      actor: worker,
      action: 'assessments.decided',
      at: first.at,
      details: {
        verdicts: verdicts.map(([id]) => id).join(' '),
        count: verdicts.length,
        digest: digestOfVerdicts(verdicts),
      },
    } as const
    const document = { ...entryOf(draft), id: createIdFrom('aud', first.at, draft.details.digest) }
    try {
      await documents.forMerchant(merchantId, mode).write({ insert: auditEntries, document })
    } catch (error) {
      // Traced before a crash: the same verdicts come again.
      if (!(error instanceof Conflict)) throw error
    }
  },
})
