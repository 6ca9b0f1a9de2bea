import type { Request, Response } from 'express'
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit'
import { AppError } from '../app-error.ts'
import { systemClock, type Clock } from '../clock.ts'
import type { Ephemeral } from '../ephemeral/port.ts'
import type { LimitName } from './route.ts'

const minute = 60_000

/** Defaults of the API description; RATE_LIMIT_SCALE multiplies each. */
export const limits = {
  assessments: { per: 'key', hits: 6_000, windowMs: minute },
  api: { per: 'key', hits: 600, windowMs: minute },
  console: { per: 'person', hits: 100, windowMs: minute },
  sessions: { per: 'key', hits: 12_000, windowMs: minute },
  'sessions-by-address': { per: 'address', hits: 60, windowMs: minute },
  'sign-in': { per: 'address', hits: 10, windowMs: 5 * minute },
  // A quarter of an hour passes between two of one person; an office behind one address has many people.
  refresh: { per: 'address', hits: 60, windowMs: 5 * minute },
  // Letters that anybody can have sent to anybody.
  'account-mail': { per: 'address', hits: 10, windowMs: 5 * minute },
  'account-mail-by-account': { per: 'account', hits: 5, windowMs: 60 * minute },
  'account-link': { per: 'address', hits: 20, windowMs: 5 * minute },
  // Each of them takes the password again, or a code.
  'own-secrets': { per: 'person', hits: 10, windowMs: 5 * minute },
  'sign-in-by-account': { per: 'account', hits: 5, windowMs: 5 * minute },
} as const satisfies Record<string, { per: string; hits: number; windowMs: number }>
export type CountedLimit = keyof typeof limits

export type Counted = { readonly kind: 'address' | 'account' | 'id'; readonly value: string }

export interface Limits {
  /** Counts this request; throws `rate_limited`. The answer carries the RateLimit headers either way. */
  check(name: CountedLimit, counted: Counted, request: Request, response: Response): Promise<void>
}

/** Counts live wherever short-lived things live: in this process, or shared in Redis. */
const storeOn = (ephemeral: Ephemeral, clock: Clock, windowMs: number): Store => ({
  localKeys: false,
  increment: async (key) => {
    const { hits, resetsAt } = await ephemeral.count(key, windowMs)
    // The limiter reads the system's clock, our windows the injected one.
    return { totalHits: hits, resetTime: new Date(systemClock() + resetsAt - clock()) }
  },
  decrement: () => undefined,
  resetKey: () => undefined,
})

/** One address of IPv6 is a street of 2^72: it counts as its /56. */
export const addressBlock = (address: string): string => ipKeyGenerator(address, 56)

export const createLimits = ({
  ephemeral,
  clock,
  scale,
  keyed,
  failedOpen,
}: {
  readonly ephemeral: Ephemeral
  readonly clock: Clock
  readonly scale: number
  /** Keyed hash, the same in every process of the installation. */
  readonly keyed: (value: string) => string
  readonly failedOpen: (limit: CountedLimit) => void
}): Limits => {
  const counting = new WeakMap<Request, string>()
  const limiter = (name: CountedLimit) =>
    rateLimit({
      windowMs: limits[name].windowMs,
      limit: Math.max(1, Math.round(limits[name].hits * scale)),
      identifier: name,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      validate: false,
      keyGenerator: (request) => counting.get(request) ?? name,
      store: storeOn(ephemeral, clock, limits[name].windowMs),
      // Fail open: an order must not be refused because a counter is out of reach. Counted and logged.
      passOnStoreError: true,
      logger: {
        warn: () => undefined,
        error: () => {
          failedOpen(name)
        },
      },
      handler: (_request, response, next) => {
        next(
          new AppError('rate_limited', { retryAfterSeconds: Math.max(1, Number(response.getHeader('retry-after'))) }),
        )
      },
    })
  const names = Object.keys(limits) as CountedLimit[]
  const limiters = new Map(names.map((name) => [name, limiter(name)]))

  const nameOf = ({ kind, value }: Counted) => {
    if (kind === 'id') return value
    return keyed(kind === 'address' ? addressBlock(value) : value)
  }

  return {
    check: async (name, counted, request, response) => {
      const limit = limiters.get(name)
      if (scale === 0 || !limit) return
      counting.set(request, `limit:${name}:${nameOf(counted)}`)
      await new Promise<void>((resolve, reject) => {
        void limit(request, response, (error?: unknown) => {
          if (error === undefined) resolve()
          else reject(error instanceof Error ? error : new Error('limit', { cause: error }))
        })
      })
    },
  }
}

/** Which counters a route's limit means. */
export const countersOf = (limit: LimitName): { readonly own: CountedLimit; readonly address?: CountedLimit } => {
  if (limit === 'sessions') return { own: 'sessions', address: 'sessions-by-address' }
  if (limit === 'sign-in') return { own: 'sign-in-by-account', address: 'sign-in' }
  if (limit === 'account-mail') return { own: 'account-mail-by-account', address: 'account-mail' }
  return { own: limit }
}
