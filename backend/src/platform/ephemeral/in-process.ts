import type { Clock } from '../clock.ts'
import { openClaimLog, type ClaimLine } from './claim-log.ts'
import { createExpiringMap } from './expiring-map.ts'
import { EphemeralUnavailable, type Ephemeral } from './port.ts'
import { createSubscriptions } from './subscriptions.ts'

export interface InProcessOptions {
  readonly clock: Clock
  /** Where claims are kept so that they outlive a restart; without it they end with the process. */
  readonly claimsFolder?: string
}

/** Lines of one event-loop turn go to the log in one write, and all of them are answered after it. */
const createTurnWriter = (write: (lines: readonly ClaimLine[]) => void) => {
  let lines: ClaimLine[] = []
  let written: Promise<void> | undefined

  const flush = (): void => {
    const due = lines
    lines = []
    written = undefined
    if (due.length > 0) write(due)
  }
  const nextTurn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          flush()
          resolve()
        } catch (cause) {
          reject(new EphemeralUnavailable('The claims could not be written', { cause }))
        }
      })
    })

  return {
    flush,
    add: (line: ClaimLine): Promise<void> => {
      lines.push(line)
      written ??= nextTurn()
      return written
    },
  }
}

const remember = async (): Promise<void> => undefined

const openClaims = ({ clock, claimsFolder }: InProcessOptions) => {
  const claims = createExpiringMap<true>(clock)
  if (claimsFolder === undefined) return { claims, keep: remember, close: () => undefined }

  const log = openClaimLog(claimsFolder, clock())
  for (const [name, expiresAt] of log.replayed) {
    if (expiresAt > clock()) claims.set(name, true, expiresAt)
    else claims.delete(name)
  }
  const writer = createTurnWriter((lines) => log.append(lines, clock()))
  const close = (): void => {
    writer.flush()
    log.close()
  }
  return { claims, keep: writer.add, close }
}

/** The embedded default: one process, no server. Counters and messages end with the process, claims need not. */
export const openInProcess = (options: InProcessOptions): Ephemeral => {
  const { clock } = options
  const { claims, keep, close } = openClaims(options)
  const windows = createExpiringMap<{ hits: number }>(clock)
  const subscriptions = createSubscriptions()

  return {
    claim: async (name, ttlSeconds) => {
      if (claims.get(name)) return false
      const expiresAt = clock() + ttlSeconds * 1_000
      claims.set(name, true, expiresAt)
      try {
        await keep([name, expiresAt])
      } catch (error) {
        claims.delete(name)
        throw error
      }
      return true
    },
    release: async (name) => {
      if (!claims.get(name)) return
      claims.delete(name)
      await keep([name, 0])
    },
    count: async (name, windowMs) => {
      const open = windows.get(name)
      if (open) {
        open.value.hits += 1
        return { hits: open.value.hits, resetsAt: open.expiresAt }
      }
      const resetsAt = clock() + windowMs
      windows.set(name, { hits: 1 }, resetsAt)
      return { hits: 1, resetsAt }
    },
    publish: async (channel, message) => subscriptions.deliver(channel, message),
    subscribe: async (channel, listener) => {
      const { leave } = subscriptions.join(channel, listener)
      return async () => {
        leave()
      }
    },
    status: async () => ({ kind: 'in-process', state: 'ok', version: process.version }),
    close: async () => {
      subscriptions.clear()
      close()
    },
  }
}
