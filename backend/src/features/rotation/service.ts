import type { Clock } from '../../platform/clock.ts'
import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import { operator as operatorActor, operatorAuditEntry } from '../audit/service.ts'
import { phases, rotationId, rotations, type RotationDocument } from './collections.ts'

export { rotations } from './collections.ts'
export { createRotate, type RotationTiming } from './rotate.ts'

export interface RotationProgress {
  readonly phase: RotationDocument['phase']
  readonly stores: number
  readonly copied: number
  readonly settled: number
  readonly askedAt: number
  readonly seenAt: number
  readonly doneAt: number | null
  /** When the next phase may begin; orders that are on their way have come in by then. */
  readonly notBefore: number
}

const adapt = (found: RotationDocument): RotationProgress => ({
  phase: found.phase,
  stores: found.stores,
  copied: found.copied,
  settled: found.settled,
  askedAt: found.asked_at,
  seenAt: found.seen_at,
  doneAt: found.done_at,
  notBefore: found.not_before,
})

/** Asking for a rotation, and looking how far it is. The worker does it. */
export const createRotations = ({ documents, clock }: { readonly documents: DocumentStore; readonly clock: Clock }) => {
  const operator = documents.operator()
  const current = async (): Promise<RotationDocument | undefined> => operator.get(rotations, rotationId)

  return {
    progress: async (): Promise<RotationProgress | undefined> => {
      const found = await current()
      return found && adapt(found)
    },
    isDue: async (): Promise<boolean> => {
      const found = await current()
      return found !== undefined && found.phase !== 'done'
    },
    /** One that is under way goes on, whoever asks again. */
    ask: async (merchantId: string | null): Promise<RotationProgress> => {
      const now = clock()
      const [phase] = phases
      const fresh = {
        ...{ phase, asked_at: now, merchant_id: merchantId, not_before: now, carrier: 0, after: null },
        ...{ stores: 0, copied: 0, settled: 0, seen_at: 0, done_at: null },
      }
      const trace = operatorAuditEntry({
        organization_id: null,
        merchant_id: merchantId,
        actor: operatorActor,
        action: 'identifiers.rotation_asked',
        object: { type: 'rotation', id: rotationId },
        at: now,
      })
      const create = { id: rotationId, ...fresh }
      try {
        await operator.write(
          { upsert: rotations, id: rotationId, create, changes: { set: fresh }, expect: { phase: 'done' } },
          [trace],
        )
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
      }
      const asked = await current()
      return adapt(asked ?? create)
    },
  }
}
