/** Every code that a server may answer with. */
export const problemCodes = [
  'body_malformed',
  'idempotency_key_missing',
  'key_missing',
  'key_malformed',
  'key_unknown',
  'key_revoked',
  'signature_missing',
  'signature_invalid',
  'timestamp_skewed',
  'nonce_invalid',
  'nonce_replayed',
  'sign_in_required',
  'sign_in_failed',
  'origin_not_allowed',
  'key_scope',
  'key_network',
  'role_insufficient',
  'impersonation_off',
  'https_required',
  'not_found',
  'method_not_allowed',
  'idempotency_in_progress',
  'review_claimed',
  'review_decided',
  'undo_too_late',
  'code_wrong',
  'passkey_refused',
  'passkeys_off',
  'link_invalid',
  'challenge_over',
  'sign_up_closed',
  'second_factor_required',
  'last_owner',
  'organization_closed',
  'people_changing',
  'body_too_large',
  'validation_failed',
  'idempotency_key_reused',
  'card_number_refused',
  'rate_limited',
  'internal',
  'not_durable',
  'starting',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** What went wrong before there was an answer, or with the answer itself. */
export type LocalCode = 'timeout' | 'unreachable' | 'unexpected_answer' | 'aborted'

export interface FieldProblem {
  /** JSON pointer of the field, e.g. /order/amount */
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

export interface ErrorDetails {
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  readonly errors?: readonly FieldProblem[] | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly cause?: unknown
}

/** The only thing a call throws. `code` says what happened; a code this version does not know is passed on as it came. */
export class GoodfaithError extends Error {
  override readonly name = 'GoodfaithError'
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined
  /** Name it when you ask for help: the server's log has it. */
  readonly requestId: string | undefined
  /** Which fields were wrong. */
  readonly errors: readonly FieldProblem[]
  readonly retryAfterSeconds: number | undefined

  constructor(
    readonly code: ProblemCode | LocalCode | (string & {}),
    message: string,
    { status, requestId, errors = [], retryAfterSeconds, cause }: ErrorDetails = {},
  ) {
    super(message, { cause })
    this.status = status
    this.requestId = requestId
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
  }
}
