import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { Warning } from '#contract/assessment.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import type { TestVerdict } from '../../scoring/test-verdict.ts'
import type { NetworkIdentifiers } from '../network/service.ts'

/** A request as `parseRequest(body, receivedAt)` reads it: bad optional fields dropped and named, card numbers refused. */
export interface ParsedRequest {
  readonly request: AssessmentRequest
  readonly warnings: readonly Warning[]
}

/** What `derive(keys, request, receivedAt)` leaves of a request. Nothing raw about a person is in it. */
export interface Derived {
  readonly facts: OrderFacts
  /** Keyed; the device stands here only when the store sent its own `device.id`. */
  readonly identifiers: Identifiers
  /** The same under the network's key; only where the store shares and the order is a live one. */
  readonly network?: NetworkIdentifiers
  /** Magic e-mail of test mode, as asked for; the caller's mode decides whether it counts. */
  readonly test: TestVerdict | 'timeout' | null
  /** Version of the normaliser that made the identifiers. */
  readonly normaliser: number
}
