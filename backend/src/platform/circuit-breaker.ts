import type { Clock } from './clock.ts'

export interface BreakerOptions {
  readonly clock: Clock
  /** Failures in a row after which nothing is tried any more. */
  readonly failures: number
  /** How long nothing is tried at first; doubled by each further failure. */
  readonly restMs: number
  readonly mostRestMs: number
}

export type BreakerState = 'closed' | 'open' | 'trying'

/** While open nothing is tried, so that a broken neighbour costs nothing. */
export class BreakerOpen extends Error {
  override readonly name = 'BreakerOpen'
}

/**
 * Lets calls through until several failed in a row. Then one call at a time, after a rest, finds out whether the other side
 * is back; one success closes it again.
 */
export const createBreaker = ({ clock, failures, restMs, mostRestMs }: BreakerOptions) => {
  let failed = 0
  let rest = restMs
  let openUntil = -Infinity
  let state: BreakerState = 'closed'

  const enter = (): void => {
    if (state === 'closed') return
    if (state === 'trying' || clock() < openUntil) throw new BreakerOpen()
    state = 'trying'
  }
  const succeeded = (): void => {
    failed = 0
    rest = restMs
    state = 'closed'
  }
  const failedOnce = (): void => {
    failed += 1
    if (state === 'closed' && failed < failures) return
    openUntil = clock() + rest
    rest = state === 'trying' ? Math.min(mostRestMs, rest * 2) : rest
    state = 'open'
  }

  return {
    state: (): BreakerState => state,
    run: async <Value>(call: () => Promise<Value>): Promise<Value> => {
      enter()
      const entered = state
      try {
        const value = await call()
        // What began before it opened says nothing about now.
        if (entered === state) succeeded()
        return value
      } catch (error) {
        if (entered === state) failedOnce()
        throw error
      }
    },
  }
}
