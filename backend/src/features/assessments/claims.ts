import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import { claimLeaseMs, replayed } from '../../platform/http/idempotency.ts'
import { StoredReply } from '../../platform/http/route.ts'
import { assessments, type AssessmentRow } from './collections.ts'
import type { AssessmentDeps } from './deps.ts'

/** An order whose scoring this process has under way. */
export interface Recorded {
  readonly row: AssessmentRow
  readonly scope: Documents
}

const keptMs = 24 * 3_600_000

/** Leases on recorded orders: who scores which, and when somebody else may. */
export const createClaims = ({ clock, processId, soleProcess }: AssessmentDeps) => {
  const underWay = new Set<string>()

  const isAbandoned = (row: AssessmentRow): boolean => {
    if (row.lease_until <= clock()) return true
    return row.process === processId ? !underWay.has(row.id) : soleProcess
  }
  const inProgress = (row: AssessmentRow): AppError => {
    const leftMs = Math.max(0, row.lease_until - clock())
    return new AppError('idempotency_in_progress', { retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) })
  }
  const lease = () => ({ process: processId, lease_until: clock() + claimLeaseMs })

  /** Takes a recorded order that nobody scores any more. Only one can. */
  const takeOver = async (scope: Documents, row: AssessmentRow): Promise<Recorded> => {
    if (!isAbandoned(row)) throw inProgress(row)
    const expect = { status: 'received', process: row.process, lease_until: row.lease_until }
    const mine = lease()
    try {
      await scope.write({ update: assessments, id: row.id, changes: { set: mine }, expect })
    } catch (error) {
      if (error instanceof Conflict) throw inProgress(row)
      throw error
    }
    underWay.add(row.id)
    return { row: Object.assign({}, row, mine), scope }
  }

  const answerOf = async (scope: Documents, row: AssessmentRow): Promise<string | undefined> => {
    if (row.answer_of === undefined) return row.answer
    return (await scope.get(assessments, row.answer_of))?.answer
  }

  return {
    lease,
    takeOver,
    started: (id: string) => underWay.add(id),
    finished: (id: string) => underWay.delete(id),

    /** What an earlier call with this key left behind. undefined: its 24 hours are over, and the key is free again. */
    resolve: async (
      scope: Documents,
      row: AssessmentRow,
      digest: string,
    ): Promise<StoredReply | Recorded | undefined> => {
      if (row.received_at + keptMs < clock() && row.status !== 'received') {
        const expect = { claim: row.claim ?? '' }
        await scope.write({ update: assessments, id: row.id, changes: { unset: ['claim'] }, expect })
        return undefined
      }
      if (row.request_digest !== digest) throw new AppError('idempotency_key_reused')
      const answer = await answerOf(scope, row)
      if (answer !== undefined) return replayed(answer, row.answer_status ?? 200)
      return takeOver(scope, row)
    },

    /** The same order told again under another key. */
    resolveRepeat: async (scope: Documents, row: AssessmentRow): Promise<StoredReply | Recorded> =>
      row.answer === undefined ? takeOver(scope, row) : new StoredReply(row.answer),
  }
}
export type Claims = ReturnType<typeof createClaims>
