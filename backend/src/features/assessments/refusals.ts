import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { problemOf } from '../../platform/http/respond.ts'
import { StoredReply } from '../../platform/http/route.ts'
import { createId } from '../../platform/ids.ts'
import type { Claims } from './claims.ts'
import { asRow, assessments } from './collections.ts'
import type { AssessmentDeps } from './deps.ts'
import { claimOf, requestDigest, type Call } from './receive.ts'

/** A little longer than its claim counts. */
const keptMs = 25 * 3_600_000

/** A request that cannot be scored keeps its Idempotency-Key too: told again it gets the same bytes, changed it is 422. */
export const createRefusals = ({ documents, storeKeys, processId }: AssessmentDeps, claims: Claims) => {
  const isKept = (error: unknown): error is AppError =>
    error instanceof AppError && (error.code === 'validation_failed' || error.code === 'card_number_refused')

  const keep = async (call: Call, error: unknown): Promise<StoredReply> => {
    if (!isKept(error)) throw error
    const keys = await storeKeys(call.tenant.merchantId)
    const scope = documents.forMerchant(call.tenant.merchantId, call.tenant.mode)
    const { json, status, headers } = problemOf(error, call.requestId)
    const claim = claimOf(keys, call.idempotencyKey)
    const digest = requestDigest(keys, call.rawBody)
    const document = asRow({
      id: createId('asm', call.receivedAt),
      status: 'refused',
      claim,
      request_digest: digest,
      received_at: call.receivedAt,
      process: processId,
      lease_until: 0,
      answer: json,
      answer_status: status,
      gone_at: call.receivedAt + keptMs,
    })
    try {
      await scope.write({ insert: assessments, document })
      return new StoredReply(json, { status, headers })
    } catch (conflict) {
      if (!(conflict instanceof Conflict)) throw conflict
    }
    const [earlier] = (await scope.find(assessments, { claim }, { limit: 1 })).items
    const known = earlier && (await claims.resolve(scope, earlier, digest))
    if (known instanceof StoredReply) return known
    throw error
  }
  return { keep }
}
