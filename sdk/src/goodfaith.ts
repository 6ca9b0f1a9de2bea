import { randomUUID } from 'node:crypto'
import { call, type WireCall } from './call.ts'
import { GoodfaithError } from './errors.ts'
import { readOptions, type GoodfaithOptions, type Settings } from './options.ts'
import { withRetries } from './retry.ts'
import type { Assessment, AssessmentRequest } from './types.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

export interface AssessOptions extends CallOptions {
  /**
   * Names this call: the same key and body give the same answer for 24 hours. Made up for you; give your own, kept with
   * the order, when your process may die between the call and the answer.
   */
  readonly idempotencyKey?: string | undefined
}

/** A client for one store. Safe to share: it keeps no state between calls. */
export class Goodfaith {
  readonly #settings: Settings

  constructor(options: GoodfaithOptions) {
    this.#settings = readOptions(options)
  }

  /** Scores an order. Throws `GoodfaithError`; decide beforehand what your shop does then (let it through, or hold it). */
  async assess(
    order: AssessmentRequest,
    { idempotencyKey = randomUUID(), signal }: AssessOptions = {},
  ): Promise<Assessment> {
    const body = JSON.stringify(order)
    return this.#assessmentOf({ method: 'POST', target: '/v1/assessments', body, idempotencyKey }, signal)
  }

  /** One assessment by its id (`asm_...`). */
  async getAssessment(id: string, { signal }: CallOptions = {}): Promise<Assessment> {
    return this.#assessmentOf(readOf(`/v1/assessments/${encodeURIComponent(id)}`), signal)
  }

  /** The latest assessment of a session (`ses_...`). */
  async getSessionAssessment(sessionId: string, { signal }: CallOptions = {}): Promise<Assessment> {
    return this.#assessmentOf(readOf(`/v1/sessions/${encodeURIComponent(sessionId)}/assessment`), signal)
  }

  async #assessmentOf(request: WireCall, signal: AbortSignal | undefined): Promise<Assessment> {
    const { baseUrl, timeoutMs, tryTimeoutMs, retries } = this.#settings
    const url = new URL(baseUrl.pathname.replace(/\/$/, '') + request.target, baseUrl)
    const deadline = Date.now() + timeoutMs
    const answer = await withRetries(
      () => call(url, this.#settings, request, Math.min(tryTimeoutMs, deadline - Date.now()), signal),
      { retries, deadline, signal },
    )
    if (typeof answer['trust_score'] === 'number') return answer as unknown as Assessment
    throw new GoodfaithError(
      'unexpected_answer',
      'The answer is not an assessment: is baseUrl the address of Goodfaith?',
    )
  }
}

const readOf = (target: string): WireCall => ({ method: 'GET', target, body: undefined, idempotencyKey: undefined })
