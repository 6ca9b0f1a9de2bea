import { Conflict, type Documents, type DocumentStore } from '../../platform/documents/port.ts'
import { asLearningRow, asSet, learning, learningId, type LearningDocument } from './collections.ts'
import type { Tenant } from './deps.ts'

export const freshLearning = (now: number): LearningDocument => ({
  id: learningId,
  automatic: true,
  due_at: now,
  training: { state: 'idle', progress: 0, text: 'Not trained yet.', asked_at: null, finished_at: null },
  drift: null,
  chargebacks: null,
  revision: 1,
})

const mostRounds = 6

/** What a store knows about its own learning; made when first asked for. */
export const createLearningState = ({
  documents,
  clock,
}: {
  readonly documents: Pick<DocumentStore, 'forMerchant'>
  readonly clock: () => number
}) => {
  const scopeOf = ({ merchantId, mode }: Tenant): Documents => documents.forMerchant(merchantId, mode)

  const read = async (tenant: Tenant): Promise<LearningDocument> =>
    (await scopeOf(tenant).get(learning, learningId)) ?? freshLearning(clock())

  const attempt = async (tenant: Tenant, change: (now: LearningDocument) => LearningDocument) => {
    const stored = await scopeOf(tenant).get(learning, learningId)
    const before = stored ?? freshLearning(clock())
    const after: LearningDocument = { ...change(before), revision: before.revision + 1 }
    const { id, ...set } = after
    const expect = { revision: before.revision }
    await scopeOf(tenant).write(
      stored
        ? { update: learning, id, changes: { set: asSet(set) }, expect }
        : { insert: learning, document: asLearningRow(after) },
    )
    return after
  }

  return {
    read,
    /** Made when it is not there yet, so that its first turn comes. */
    meet: async (tenant: Tenant): Promise<void> => {
      if (await scopeOf(tenant).get(learning, learningId)) return
      await attempt(tenant, (fresh) => fresh).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
      })
    },
    change: async (tenant: Tenant, change: (now: LearningDocument) => LearningDocument): Promise<LearningDocument> => {
      for (let round = 1; ; round += 1) {
        try {
          return await attempt(tenant, change)
        } catch (error) {
          if (!(error instanceof Conflict) || round === mostRounds) throw error
        }
      }
    },
  }
}
export type LearningState = ReturnType<typeof createLearningState>
