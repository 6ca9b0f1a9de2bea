import { collection } from '../../platform/documents/collection.ts'

/** In this order. Between two of them every process must have heard of the former one. */
export const phases = ['asked', 'reading', 'copying', 'settling', 'done'] as const
export type Phase = (typeof phases)[number]

/** How far the rotation of the identifier keys has come; the worker goes on from here, whoever it is. */
export interface RotationDocument {
  readonly id: string
  readonly phase: Phase
  readonly asked_at: number
  /** One store alone, or all. */
  readonly merchant_id: string | null
  /** Nothing is done before. */
  readonly not_before: number
  /** Within a phase: which collection, and where in it. */
  readonly carrier: number
  readonly after: string | null
  readonly stores: number
  readonly copied: number
  readonly settled: number
  /** Last sign of life of the worker that does it. */
  readonly seen_at: number
  readonly done_at: number | null
  readonly [name: string]: string | number | null
}

export const rotationId = 'identifiers'

export const rotations = collection<RotationDocument>({
  name: 'rotations',
  scope: 'operator',
  fields: { phase: 'string', asked_at: 'number' },
})
