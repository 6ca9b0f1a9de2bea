import { setTimeout as sleep } from 'node:timers/promises'
import { GoodfaithError } from './errors.ts'

/** First pause and longest pause without a Retry-After, in milliseconds; each is a random share of its bound (full jitter). */
const firstPauseMs = 100
const longestPauseMs = 1_000
/** Added to a Retry-After, so that not all callers come back at once. */
const spreadMs = 100

const retryableCodes: ReadonlySet<string> = new Set([
  'timeout',
  'unreachable',
  'idempotency_in_progress',
  'rate_limited',
])

/** Safe because every try carries the same Idempotency-Key, and these answers free it. */
export const isRetryable = ({ code, status }: GoodfaithError): boolean =>
  retryableCodes.has(code) || (status !== undefined && status >= 500)

export const pauseBefore = (error: GoodfaithError, triesMade: number, random: () => number): number =>
  error.retryAfterSeconds === undefined
    ? random() * Math.min(longestPauseMs, firstPauseMs * 2 ** triesMade)
    : error.retryAfterSeconds * 1000 + random() * spreadMs

export interface RetryOptions {
  readonly retries: number
  /** When the caller stops waiting, epoch milliseconds. A pause that would outlast it is not begun. */
  readonly deadline: number
  readonly signal: AbortSignal | undefined
}

const asGoodfaithError = (error: unknown): GoodfaithError => {
  if (error instanceof GoodfaithError) return error
  throw error
}

export const withRetries = async <Value>(attempt: () => Promise<Value>, options: RetryOptions): Promise<Value> => {
  const { retries, deadline, signal } = options
  for (let triesMade = 0; ; triesMade += 1) {
    try {
      return await attempt()
    } catch (caught) {
      const error = asGoodfaithError(caught)
      const pause = pauseBefore(error, triesMade, Math.random)
      if (triesMade >= retries || !isRetryable(error) || Date.now() + pause >= deadline) throw error
      await sleep(pause, undefined, { signal }).catch((cause: unknown) => {
        throw new GoodfaithError('aborted', 'The caller gave up.', { cause })
      })
    }
  }
}
