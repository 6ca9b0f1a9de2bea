import type { Response } from 'supertest'
import type { ProblemCode } from '#contract/problem.ts'

/** How to meet one code of a route, and how that is told in docs/wire.md. */
export interface Case {
  readonly told: string
  readonly send: () => Promise<Response>
}
export type Cases = Readonly<Partial<Record<ProblemCode, Case>>>
