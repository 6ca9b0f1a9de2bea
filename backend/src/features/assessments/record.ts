import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import { StoredReply } from '../../platform/http/route.ts'
import { createId } from '../../platform/ids.ts'
import { foldHorizonMs, profilePushes } from '../velocity/service.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { Claims, Recorded } from './claims.ts'
import { asRow, assessments, type AssessmentRow } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import type { Draft } from './receive.ts'

/** More attempts at once than any honest order sees; each of them meets the next number taken at most this often. */
const mostRounds = 8
const mostAttempts = 100

const isMagic = ({ order }: Draft): boolean => order.test !== null

const followersOf = (draft: Draft, id: string, ladder: Ladder) =>
  isMagic(draft)
    ? []
    : profilePushes(
        {
          id,
          receivedAt: draft.received_at,
          orderRef: draft.order_ref,
          facts: draft.order.facts,
          identifiers: draft.order.identifiers,
          sessionId: draft.order.session.state === 'found' ? draft.order.session_id : null,
        },
        ladder,
      )

const byClaim = async (scope: Documents, claim: string): Promise<AssessmentRow | undefined> =>
  (await scope.find(assessments, { claim }, { limit: 1 })).items[0]

/** Newest first. */
export const attemptsOf = async (scope: Documents, orderRef: string): Promise<readonly AssessmentRow[]> => {
  const sort = { field: 'attempt', direction: 'desc' } as const
  return (await scope.find(assessments, { order_ref: orderRef }, { sort, limit: mostAttempts })).items
}

export const createRecord = ({ documents, clock, processId, storeKeys }: AssessmentDeps, claims: Claims) => {
  /** Remembers that this key was answered with another call's assessment. */
  const alias = async (scope: Documents, draft: Draft, row: AssessmentRow): Promise<void> => {
    const { claim, request_digest, received_at } = draft
    const document = {
      id: createId('asm', received_at),
      status: 'alias' as const,
      claim,
      request_digest,
      received_at,
      process: processId,
      lease_until: 0,
      answer_of: row.id,
      gone_at: received_at + 24 * 3_600_000,
    }
    await scope.write({ insert: assessments, document }).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
  }

  const repeatOf = async (scope: Documents, draft: Draft, row: AssessmentRow): Promise<StoredReply | Recorded> => {
    const answer = await claims.resolveRepeat(scope, row)
    if (answer instanceof StoredReply) await alias(scope, draft, row)
    return answer
  }

  /** The number is taken: by the same order told again, or by an earlier attempt at it. */
  const nextAttempt = async (scope: Documents, draft: Draft): Promise<StoredReply | Recorded | Numbered> => {
    const known = await attemptsOf(scope, draft.order_ref)
    const own = known.find(({ claim }) => claim === draft.claim) ?? (await byClaim(scope, draft.claim))
    const answered = own && (await claims.resolve(scope, own, draft.request_digest))
    if (answered) return answered
    const same = known.find(({ content_digest: content }) => content === draft.content_digest)
    if (same) return repeatOf(scope, draft, same)
    const [newest] = known
    return { attempt: (newest?.attempt ?? 0) + 1, previous: newest?.id ?? null }
  }

  const insert = async ({ scope, ladder }: Place, draft: Draft, { attempt, previous }: Numbered): Promise<Recorded> => {
    const id = createId('asm', draft.received_at)
    const order = { ...draft.order, previous }
    const row = asRow({ ...draft, id, status: 'received', attempt, order, ...claims.lease() })
    claims.started(id)
    try {
      await scope.write({ insert: assessments, document: row }, followersOf(draft, id, ladder))
    } catch (error) {
      claims.finished(id)
      throw error
    }
    return { row, scope }
  }

  const meet = async (
    scope: Documents,
    draft: Draft,
    conflict: Conflict,
  ): Promise<StoredReply | Recorded | Numbered> => {
    if (conflict.index?.[0] !== 'claim') return nextAttempt(scope, draft)
    const row = await byClaim(scope, draft.claim)
    const answered = row && (await claims.resolve(scope, row, draft.request_digest))
    return answered ?? firstAttempt
  }

  /** The order, its claim and its events in all its profiles, in one batch; or what an earlier call left. */
  return async (tenant: Tenant, draft: Draft): Promise<StoredReply | Recorded> => {
    if (clock() - draft.received_at > foldHorizonMs / 2) throw new AppError('not_durable', { retryAfterSeconds: 1 })
    const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
    const { ladder } = await storeKeys(tenant.merchantId)
    let numbered: Numbered = firstAttempt
    for (let round = 0; round < mostRounds; round += 1) {
      try {
        return await insert({ scope, ladder }, draft, numbered)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        const met = await meet(scope, draft, error)
        if (met instanceof StoredReply || 'row' in met) return met
        numbered = met
      }
    }
    throw new AppError('idempotency_in_progress', { retryAfterSeconds: 1 })
  }
}

interface Place {
  readonly scope: Documents
  readonly ladder: Ladder
}
interface Numbered {
  readonly attempt: number
  readonly previous: string | null
}
const firstAttempt: Numbered = { attempt: 1, previous: null }
