import type { z } from 'zod'
import type { KeyScope } from '#contract/key-scopes.ts'
import type { ProblemCode } from '#contract/problem.ts'
import type { Permission } from '#contract/roles.ts'
import type { Caller, CallerKind } from './caller.ts'
import type { Reads } from './reads.ts'

/**
 * A route is a declaration. Authentication, signature, idempotency, limits, parsing, OpenAPI and the shared security
 * tests all follow from it. A handler never sees Express.
 */
interface Declared<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Express path, parameters as :name. */
  readonly path: string
  readonly summary: string
  readonly body?: Body
  /** What the API description shows, where `body` leaves reading to the feature (fields that are dropped with a warning). */
  readonly documentedBody?: z.ZodType
  /** A body sent as text/csv is handed over as one string; only where `body` leaves reading to the feature. */
  readonly takesCsv?: true
  readonly query?: Query
  readonly reply: Reply
  /** Of a Download; otherwise JSON. */
  readonly replyType?: 'text/csv' | 'text/plain'
  readonly status?: number
  readonly limit?: LimitName
  /** Codes of the feature itself, beside those that follow from the declaration. */
  readonly codes?: readonly ProblemCode[]
  /** Who besides the address is held to the limit: the account of a sign-in. Kept as a keyed hash. */
  limitAlsoBy?(body: z.infer<Body>, context: RequestContext): string
  /** What of a merchant's data the answer shows: leaves a trace per caller, record and hour. Every read says it. */
  readonly reads?: Reads
  /** Opens for an operator who must still set up an app. */
  readonly beforeSecondFactor?: true
  /** Answered without TLS in production too: what asks is on this machine or in this cluster. */
  readonly unencrypted?: true
  /** `order`: the handler keeps answers in the document it writes. Default: the door keeps them (secret key, not GET). */
  readonly idempotency?: 'order'
  handle(request: {
    readonly caller: Caller
    readonly params: Readonly<Record<string, string>>
    readonly body: z.infer<Body>
    readonly query: z.infer<Query>
    readonly context: RequestContext
  }): Promise<Answer<z.infer<Reply>>>
}

/** A person's route says which permission it takes, a key's which scope; the door compares. */
type Called =
  | { readonly caller: 'person'; readonly permission: Permission; readonly scope?: never }
  | { readonly caller: 'secret-key'; readonly scope: KeyScope; readonly permission?: never }
  | {
      readonly caller: Exclude<CallerKind, 'person' | 'secret-key'>
      readonly permission?: never
      readonly scope?: never
    }

export type Route<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = Declared<Body, Query, Reply> & Called

export type LimitName =
  | 'assessments'
  | 'api'
  | 'console'
  | 'sessions'
  | 'sign-in'
  | 'refresh'
  | 'account-mail'
  | 'account-link'
  | 'own-secrets'

export interface RequestContext {
  readonly requestId: string
  readonly receivedAt: number
  readonly ip: string
  readonly userAgent: string | null
  readonly origin: string | null
  readonly globalPrivacyControl: boolean
  /** As the request named this server; only good for telling the caller about itself. */
  readonly host: string
  /** For the console's own session routes alone; never logged. */
  readonly cookie: string | null
  /** Checked and present on every mutation by secret key. */
  readonly idempotencyKey: string | null
  readonly rawBody: Buffer
}

/** A plain value, one with headers (cookies, Idempotent-Replayed), JSON kept as it was sent, a file, or a stream of events. */
export type Answer<Value> = Value | Reply<Value> | StoredReply | Download | EventStream
export class Reply<Value> {
  constructor(
    readonly value: Value,
    readonly options: {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | readonly string[]>>
    } = {},
  ) {}
}

/** An answer that was given before: sent again byte for byte. */
export class StoredReply {
  constructor(
    readonly json: string,
    readonly options: {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | readonly string[]>>
    } = {},
  ) {}
}

/** A file that may be longer than memory. GET only: nothing of it is kept for a retry. */
export class Download {
  constructor(
    readonly pieces: AsyncIterable<string>,
    readonly contentType: string,
    /** Letters, digits, dots and hyphens. */
    readonly filename: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** Server-sent events. What `open` returns is called once, when either side closes. */
export class EventStream {
  constructor(
    readonly open: (stream: {
      readonly send: (event: string, data: unknown) => void
      readonly close: () => void
    }) => () => void,
  ) {}
}

export const route = <Body extends z.ZodType, Query extends z.ZodType, Answered extends z.ZodType>(
  declaration: Route<Body, Query, Answered>,
): Route<Body, Query, Answered> => declaration
