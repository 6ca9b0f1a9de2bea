import { createId } from '../../../platform/ids.ts'
import { asked, type AskedDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'

/** Whoever waits longer than this asks again. */
const keptMs = 24 * 3_600_000

/** One write, the same for every address: nothing is looked up while the asker waits. */
export const createAsk = ({ documents, clock }: Pick<AccountDeps, 'documents' | 'clock'>) => {
  const operator = documents.operator()
  return async (kind: AskedDocument['kind'], data: AskedDocument['data']): Promise<void> => {
    const at = clock()
    const document: AskedDocument = { id: createId('req', at), kind, state: 'open', data, at, expires_at: at + keptMs }
    await operator.write({ insert: asked, document })
  }
}
