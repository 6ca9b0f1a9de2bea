import type { z } from 'zod'
import type { Caller, CallerKind } from './caller.ts'

/**
 * A route is a declaration. Authentication, signature, idempotency, limits, parsing, OpenAPI and the shared security
 * tests all follow from it. A handler never sees Express.
 */
export interface Route<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Express path, parameters as :name. */
  readonly path: string
  readonly summary: string
  readonly caller: CallerKind
  readonly body?: Body
  readonly query?: Query
  readonly reply: Reply
  readonly status?: number
  readonly limit?: LimitName
  readonly handle: (request: {
    readonly caller: Caller
    readonly params: Readonly<Record<string, string>>
    readonly body: z.infer<Body>
    readonly query: z.infer<Query>
    readonly context: RequestContext
  }) => Promise<Answer<z.infer<Reply>>>
}

export type LimitName = 'assessments' | 'api' | 'console' | 'sessions' | 'sign-in'

export interface RequestContext {
  readonly requestId: string
  readonly receivedAt: number
  readonly ip: string
  readonly userAgent: string | null
  readonly origin: string | null
  readonly globalPrivacyControl: boolean
  readonly idempotencyKey: string | null
  readonly rawBody: Buffer
}

/** A plain value, or one with headers (cookies, Idempotent-Replayed). */
export type Answer<Value> = Value | Reply<Value>
export class Reply<Value> {
  constructor(
    readonly value: Value,
    readonly options: {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | readonly string[]>>
    } = {},
  ) {}
}

export const route = <Body extends z.ZodType, Query extends z.ZodType, Answered extends z.ZodType>(
  declaration: Route<Body, Query, Answered>,
): Route<Body, Query, Answered> => declaration
