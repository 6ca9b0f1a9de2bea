import { z } from 'zod'

/** Every code a caller may meet. Frozen: codes are added, never renamed or given a new meaning. */
export const problems = {
  body_malformed: { status: 400, title: 'The body is not valid JSON.' },
  idempotency_key_missing: { status: 400, title: 'This call needs an Idempotency-Key header.' },
  key_missing: { status: 401, title: 'No API key was sent.' },
  key_malformed: { status: 401, title: 'The API key is mistyped: its checksum does not fit.' },
  key_unknown: { status: 401, title: 'The API key is not known here.' },
  key_revoked: { status: 401, title: 'The API key was revoked or has expired.' },
  signature_missing: { status: 401, title: 'X-Timestamp, X-Nonce and X-Signature are required.' },
  signature_invalid: { status: 401, title: 'The signature does not fit this request.' },
  timestamp_skewed: { status: 401, title: 'X-Timestamp is more than 300 seconds off.' },
  nonce_invalid: { status: 401, title: 'X-Nonce must be 16 to 64 letters, digits, _ or -.' },
  nonce_replayed: { status: 401, title: 'This nonce was used before.' },
  sign_in_required: { status: 401, title: 'Sign in to see this.' },
  sign_in_failed: { status: 401, title: 'E-mail or password is wrong.' },
  passkey_refused: { status: 422, title: 'This passkey was refused. Try again, or sign in another way.' },
  passkeys_off: { status: 403, title: 'Passkeys need PUBLIC_URL with a name and HTTPS: this installation has none.' },
  code_wrong: { status: 422, title: 'This code is not right, or was used before.' },
  link_invalid: { status: 410, title: 'This link was used before, or its time is over.' },
  challenge_over: { status: 410, title: 'This sign-in took too long. Begin again.' },
  sign_up_closed: { status: 403, title: 'Accounts are made by invitation here.' },
  second_factor_required: { status: 403, title: 'Set up a second factor first: your organisation asks for one.' },
  impersonation_off: { status: 403, title: 'This organisation does not let the operator look.' },
  organization_closed: { status: 403, title: 'This organisation was closed. An owner can take it back.' },
  origin_not_allowed: { status: 403, title: 'This origin is not allowed for the key.' },
  key_scope: { status: 403, title: 'This kind of key cannot make this call.' },
  key_network: { status: 403, title: 'This key may not be used from this address.' },
  role_insufficient: { status: 403, title: 'Your role does not allow this.' },
  https_required: { status: 403, title: 'Use HTTPS.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  method_not_allowed: { status: 405, title: 'This address does not know that method.' },
  idempotency_in_progress: { status: 409, title: 'The first call with this Idempotency-Key is still running.' },
  review_claimed: { status: 409, title: 'Somebody else holds this review.' },
  review_decided: { status: 409, title: 'This review is no longer open.' },
  undo_too_late: { status: 409, title: 'The decision can no longer be undone: the store was told.' },
  last_owner: { status: 409, title: 'An organisation keeps at least one owner.' },
  people_changing: { status: 409, title: 'Somebody changes the people of this organisation right now. Try again.' },
  body_too_large: { status: 413, title: 'The body is larger than 64 KB.' },
  validation_failed: { status: 422, title: 'Some fields are not valid.' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used with another body.' },
  card_number_refused: { status: 422, title: 'The body holds a card number. Send a token instead.' },
  rate_limited: { status: 429, title: 'Too many requests.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  not_durable: { status: 503, title: 'The order could not be stored safely. Try again.' },
  starting: { status: 503, title: 'The server is not ready yet. Try again.' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

export const FieldProblem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() })
export type FieldProblem = z.infer<typeof FieldProblem>

/** RFC 9457 problem details. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  request_id: z.string(),
  errors: z.array(FieldProblem).optional(),
})
export type Problem = z.infer<typeof Problem>
